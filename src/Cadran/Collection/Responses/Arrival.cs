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
        AnswerJson written = AnswerJson.Begin();
        Utf8JsonWriter json = written.Writer;
        json.WriteStartArray();
        json.WriteStringValue(response.Id);
        json.WriteNumberValue(response.ReceivedOn.DayNumber);
        json.WriteStringValue(response.Channel);
        json.WriteStringValue(response.Language);
        json.WriteStringValue(response.Stratum);
        json.WriteStringValue(response.Cluster);
        json.WriteNumberValue(response.Weight);
        if (response.Population is { } population) json.WriteNumberValue(population); else json.WriteNullValue();
        json.WriteRawValue(response.AnswersJson, skipInputValidation: true);
        json.WriteEndArray();
        return written.Written.ToArray();
    }

    /// <summary>Several in one, as <see cref="ReadTogether"/> reads them.</summary>
    public static byte[] Together(IReadOnlyList<SubmitWrite> submits)
    {
        var all = new byte[1 + submits.Sum(s => s.Content.Length + 1)];
        int at = 0;
        foreach (SubmitWrite submit in submits)
        {
            all[at++] = (byte)(at == 1 ? '[' : ',');
            submit.Content.CopyTo(all, at);
            at += submit.Content.Length;
        }
        all[at] = (byte)']';
        return all;
    }

    public static Response Read(Guid waveId, ReadOnlyMemory<byte> content) => ReadTogether(waveId, content)[0];

    /// <summary>What <see cref="Together"/> or <see cref="Write"/> has written.</summary>
    public static IReadOnlyList<Response> ReadTogether(Guid waveId, ReadOnlyMemory<byte> content)
    {
        using JsonDocument document = JsonDocument.Parse(content);
        JsonElement all = document.RootElement;
        return all[0].ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray().Select(row => Read(waveId, row))] : [Read(waveId, all)];
    }

    // Programs before 0.3 wrote the answers as a text within the text.
    private static Response Read(Guid waveId, JsonElement row) => new()
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
        AnswersJson = row[8].ValueKind == JsonValueKind.String ? row[8].GetString()! : row[8].GetRawText(),
    };
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
