using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// A response that has just been acknowledged: durable, counted, not yet among the others. Seconds later it is put there together with
/// others of its wave in an order of chance, because the row that is written beside a digest must not be the one that stays.
/// </summary>
internal sealed class Arrival
{
    public required Guid WaveId { get; init; }

    /// <summary>Of chance, and not the response's.</summary>
    public required Guid Id { get; init; }

    /// <summary><see cref="Write"/>; on SQLite closed with <see cref="ArrivalKeys"/>.</summary>
    public required byte[] Content { get; init; }

    public static byte[] Write(Response response)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = Mapping.JsonOptions.Encoder, SkipValidation = true }))
        {
            json.WriteStartArray();
            json.WriteStringValue(response.Id);
            json.WriteNumberValue(response.ReceivedOn.DayNumber);
            foreach (string text in new[] { response.Channel, response.Language, response.Stratum, response.Cluster })
                json.WriteStringValue(text);
            json.WriteNumberValue(response.Weight);
            if (response.Population is { } population) json.WriteNumberValue(population); else json.WriteNullValue();
            json.WriteStringValue(response.AnswersJson);
            json.WriteEndArray();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static Response Read(Guid waveId, ReadOnlyMemory<byte> content)
    {
        using JsonDocument document = JsonDocument.Parse(content);
        JsonElement row = document.RootElement;
        return new Response
        {
            WaveId = waveId,
            Id = row[0].GetGuid(),
            ReceivedOn = DateOnly.FromDayNumber(row[1].GetInt32()),
            Channel = row[2].GetString()!,
            Language = row[3].GetString()!,
            Stratum = row[4].GetString()!,
            Cluster = row[5].GetString()!,
            Weight = row[6].GetDouble(),
            Population = row[7].ValueKind == JsonValueKind.Null ? null : row[7].GetDouble(),
            AnswersJson = row[8].GetString()!,
        };
    }
}

internal sealed class ArrivalMapping : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> entity)
    {
        // People's answers are facts, not changes of state, and must leave no second trace.
        entity.ToTable("Arrivals");
        entity.NotAudited();
        entity.HasKey(a => new { a.WaveId, a.Id });
        entity.HasOne<Wave>().WithMany().HasForeignKey(a => a.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
