using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadran.Standards;

/// <summary>A target is its number in JSON, and in the audit trail.</summary>
internal sealed class StandardTargetConverter : JsonConverter<StandardTarget>
{
    public override StandardTarget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, StandardTarget value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Share);
}
