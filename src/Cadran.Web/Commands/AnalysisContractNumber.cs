using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadran.Web.Commands;

/// <summary><c>{"estimate", "se", "low", "high"}</c> or <c>{"suppressed": reason}</c>.</summary>
internal sealed class AnalysisContractNumber : JsonConverter<AnalysisContract.Number>
{
    public override AnalysisContract.Number Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Results are written, not read.");

    public override void Write(Utf8JsonWriter writer, AnalysisContract.Number value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Suppressed is { } why) writer.WriteString("suppressed", why);
        else
        {
            Number(writer, "estimate", value.Estimate);
            Number(writer, "se", value.Se);
            Number(writer, "low", value.Low);
            Number(writer, "high", value.High);
        }
        writer.WriteEndObject();
    }

    // JSON has no NaN and no infinity: what is not a number is null.
    private static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value)) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }
}
