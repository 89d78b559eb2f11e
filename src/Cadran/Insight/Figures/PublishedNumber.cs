using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// A number as it may be shown: with its error and interval, or withheld with the reason. Nothing else leaves this module.
/// </summary>
/// <param name="Estimate">The value; NaN when withheld. Shares are proportions in [0, 1].</param>
/// <param name="Se">Design-based standard error, same unit.</param>
/// <param name="Low">Lower limit at the analysis's confidence.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Suppressed">Why it is withheld, or null.</param>
public sealed record PublishedNumber(double Estimate, double Se, double Low, double High, Suppression? Suppressed = null)
{
    public static PublishedNumber Withheld(Suppression reason) => new(double.NaN, double.NaN, double.NaN, double.NaN, reason);

    public bool IsShown => Suppressed is null;

    /// <summary>Half the width of the interval; NaN when withheld.</summary>
    public double Margin => (High - Low) / 2;

    internal static PublishedNumber Of(Estimate estimate, Interval? interval) => estimate.Suppressed is { } why
        ? Withheld(why)
        : new(estimate.Value, estimate.StandardError, interval?.Low ?? double.NaN, interval?.High ?? double.NaN);

    internal static PublishedNumber Of(Estimate estimate, double confidence) => Of(estimate, estimate.Interval(confidence));
}
