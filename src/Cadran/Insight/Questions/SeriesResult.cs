using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>What is told of measurements: of a number, a part of a sum, a rank, a day, a duration.</summary>
/// <param name="Part">As <see cref="Questionnaires.NumberSeries.Part"/>.</param>
/// <param name="N">People with a measurement; null when withheld.</param>
/// <param name="Mean">Of measurements, or the share of people where they say yes or no; null where a mean says nothing, as of days.</param>
/// <param name="Median">Null where it would be one of few people.</param>
/// <param name="MedianLow">Woodruff's limits; null where the data do not reach them.</param>
/// <param name="LowerQuarter">A quarter of the people are at or below it; null where it would be one of few people.</param>
/// <param name="First">Share of those who answered that put it first; null for what is no rank.</param>
/// <param name="Suppressed">Why nothing is said of it, or null.</param>
public sealed record SeriesResult(string Part, int? N, PublishedNumber? Mean, double? Median = null, double? MedianLow = null,
    double? MedianHigh = null, double? LowerQuarter = null, double? UpperQuarter = null, PublishedNumber? First = null,
    Suppression? Suppressed = null)
{
    internal static SeriesResult Withheld(string part, Suppression why) => new(part, null, null, Suppressed: why);
}
