using System.Text.Json;
using System.Text.Json.Serialization;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>A place in the priority matrix as <see cref="QuadrantCodes"/> writes it.</summary>
public sealed class QuadrantJson : JsonConverter<Quadrant>
{
    public override Quadrant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? code = reader.GetString();
        foreach (Quadrant place in Enum.GetValues<Quadrant>())
            if (place.Code() == code) return place;
        throw new JsonException($"“{code}” is no place in the priority matrix.");
    }

    public override void Write(Utf8JsonWriter writer, Quadrant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code());
}
