using System.Text.Json;
using System.Text.Json.Serialization;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A number as it may be shown: with its error and interval, or withheld with the reason.</summary>
/// <param name="Estimate">The value; NaN when withheld. Shares are proportions in [0, 1].</param>
/// <param name="Se">Design-based standard error, same unit.</param>
/// <param name="Low">Lower limit at the analysis's confidence.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Suppressed">Why it is withheld, or null.</param>
[JsonConverter(typeof(FigureJson))]
public sealed record Figure(double Estimate, double Se, double Low, double High, Suppression? Suppressed = null)
{
    public static Figure Withheld(Suppression reason) => new(double.NaN, double.NaN, double.NaN, double.NaN, reason);

    public bool IsShown => Suppressed is null;

    /// <summary>Half the width of the interval; NaN when withheld.</summary>
    public double Margin => (High - Low) / 2;

    internal static Figure Of(Estimate estimate, Interval? interval) => estimate.Suppressed is { } why
        ? Withheld(why)
        : new(estimate.Value, estimate.StandardError, interval?.Low ?? double.NaN, interval?.High ?? double.NaN);

    internal static Figure Of(Estimate estimate, double confidence) => Of(estimate, estimate.Interval(confidence));
}

/// <summary>Reasons in the words of files and commands; pages have their own, in the reader's language.</summary>
public static class SuppressionText
{
    public static string Of(Suppression why) => why.Reason switch
    {
        SuppressionReason.TooFewRespondents => why.Detail ?? "too few respondents",
        SuppressionReason.Complementary => "withheld so that a smaller group cannot be worked out",
        SuppressionReason.Empty => "nobody answered",
        SuppressionReason.ZeroWeight => "the weights of those who answered are all zero",
        SuppressionReason.LoneCluster => why.Detail is null ? "a stratum has one cluster" : why.Detail,
        SuppressionReason.NoDegreesOfFreedom => "as many strata as clusters: the error cannot be estimated",
        SuppressionReason.Imprecise => "too imprecise to publish",
        _ => "not defined for these data",
    };
}

/// <summary><c>{"estimate", "se", "low", "high"}</c> or <c>{"suppressed": reason}</c>.</summary>
public sealed class FigureJson : JsonConverter<Figure>
{
    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Results are written, not read.");

    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Suppressed is { } why) writer.WriteString("suppressed", SuppressionText.Of(why));
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
