using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadran.Jobs;

/// <summary>
/// Keeps what a placeholder takes as what it was: a number is written as its reader writes numbers, a text in the reader's language.
/// </summary>
internal sealed class JobFailureArgument : JsonConverter<object>
{
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetInt64(out long whole) ? whole : reader.GetDouble(),
        JsonTokenType.StartObject => JsonSerializer.Deserialize<LocalText>(ref reader, JobJson.Options)!,
        _ => reader.GetString() ?? "",
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value is LocalText or sbyte or byte or short or ushort or int or uint or long or float or double)
            JsonSerializer.Serialize(writer, value, value.GetType(), JobJson.Options);
        else
            writer.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
    }
}
