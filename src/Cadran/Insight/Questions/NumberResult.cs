namespace Cadran.Insight;

/// <summary>Mean and median of a rating, in the numbers of the scale as people saw it, whichever end is the best.</summary>
/// <param name="Median">Smallest number at which half of the weight is reached; no interpolation.</param>
/// <param name="MedianLow">Woodruff's limits; null where the data do not reach them.</param>
public sealed record NumberResult(PublishedNumber Mean, double Median, double? MedianLow, double? MedianHigh);
