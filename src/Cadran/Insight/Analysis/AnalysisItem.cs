using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A rated item as the analysis reads it: one code per row, and what a code means on the rating scale people saw.</summary>
/// <param name="Code">The item's or driver's code, its name in every result.</param>
/// <param name="Answers">Codes of <paramref name="Scale"/>, or a <see cref="NoValue"/>.</param>
/// <param name="Scale">The scale of the codes; for an item rated 1 to 5 it is that scale itself.</param>
/// <param name="Parts">Codes per rating point: 1 for an item; more for a driver that is a mean of items, whose codes count parts of a point above the lowest rating.</param>
/// <param name="Lowest">The rating that the scale's lowest code stands for.</param>
/// <remarks>See docs/methods/analysis.md: a mean of up to four items is exact in parts of a point, so that scores,
/// thresholds and importance come from whole codes without a loss.</remarks>
internal sealed record AnalysisItem(string Code, ReadOnlyMemory<sbyte> Answers, Scale Scale, int Parts, int Lowest)
{
    /// <summary>An item whose codes are the ratings themselves.</summary>
    public static AnalysisItem Rated(string code, ReadOnlyMemory<sbyte> answers, Scale scale) => new(code, answers, scale, 1, scale.Minimum);

    /// <summary>The highest rating of the scale people saw.</summary>
    public int Highest => Lowest + (Scale.Points - 1) / Parts;

    public double RatingOf(int code) => Lowest + (double)(code - Scale.Minimum) / Parts;

    /// <summary>The code of a whole rating.</summary>
    public int CodeOf(int rating) => Scale.Minimum + (rating - Lowest) * Parts;

    /// <summary>Ratings of all codes, lowest first.</summary>
    public double[] Ratings() => [.. Enumerable.Range(Scale.Minimum, Scale.Points).Select(RatingOf)];

    /// <summary>1 for codes at least at the second-highest rating (of a scale with the best on top), 0 below.</summary>
    public double[] TopTwo() => Box(best: true);

    public double[] BottomTwo() => Box(best: false);

    private double[] Box(bool best)
    {
        bool high = best != Scale.Reversed;
        return [.. Enumerable.Range(Scale.Minimum, Scale.Points).Select(c => (high ? RatingOf(c) >= Highest - 1 : RatingOf(c) <= Lowest + 1) ? 1.0 : 0.0)];
    }
}
