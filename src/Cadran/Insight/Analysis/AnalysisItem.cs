using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A rated item as the analysis reads it: one code per row, and what a code means on the rating scale people saw.</summary>
/// <param name="Code">The item's or driver's code, its name in every result.</param>
/// <param name="Answers">Codes of <paramref name="Scale"/>, or a <see cref="NoValue"/>.</param>
/// <param name="Scale">The scale of the codes; for an item rated 1 to 5 it is that scale itself.</param>
/// <param name="Parts"> Codes per rating point: 1 for an item; more for a driver that is a mean of items, whose codes count parts
/// of a point above the lowest rating. </param>
/// <param name="Lowest">The rating that the scale's lowest code stands for.</param>
/// <remarks>See docs/methods/analysis.md: a mean of up to four items is exact in parts of a point, so that scores,
/// thresholds and importance come from whole codes without a loss.</remarks>
internal sealed record AnalysisItem(string Code, ReadOnlyMemory<sbyte> Answers, Scale Scale, int Parts, int Lowest)
{
    /// <summary>An item whose codes are the ratings themselves.</summary>
    public static AnalysisItem Rated(string code, ReadOnlyMemory<sbyte> answers, Scale scale) =>
        new(code, answers, scale, 1, scale.Minimum);

    /// <summary>A question of a wave, from its worst rating to its best: a reversed scale was turned round when it was read.</summary>
    public static AnalysisItem Asked(Question question, ResponseTable table) =>
        new(question.Code, table.Item(question.Code), question.Scale!.Codes, 1, question.Scale.Lowest);

    /// <summary>
    /// The share of the points people saw, counted from the best, that a driver must be rated within to pass. On five points it is
    /// "satisfied" and "very satisfied".
    /// </summary>
    public const double PassShare = 0.4;

    /// <summary>
    /// The lowest rating that counts as a pass, unless somebody asks for another: the best <see cref="PassShare"/> of the points to
    /// the nearest whole number of them, and at least the best one. 4 of 1 to 5, 3 of 1 to 4, 5 of 1 to 7, 7 of 0 to 10; the best
    /// of two or three.
    /// </summary>
    public int PassAt => PassMark(Lowest, Span + 1);

    /// <summary>As <see cref="PassAt"/>, on the scale of a question.</summary>
    public static int PassMark(RatingScale scale) => PassMark(scale.Lowest, scale.Points);

    private static int PassMark(int lowest, int points) =>
        lowest + points - Math.Max(1, (int)Math.Round(PassShare * points, MidpointRounding.AwayFromZero));

    /// <summary>The highest rating of the scale people saw.</summary>
    public int Highest => Lowest + Span;

    /// <summary>Points from the lowest to the highest rating, one less than people saw.</summary>
    public int Span => (Scale.Points - 1) / Parts;

    public double RatingOf(int code) => Lowest + (double)(code - Scale.Minimum) / Parts;

    /// <summary>The code of a whole rating.</summary>
    public int CodeOf(int rating) => Scale.Minimum + (rating - Lowest) * Parts;

    /// <summary>Ratings of all codes, lowest first.</summary>
    public double[] Ratings() => [.. Enumerable.Range(Scale.Minimum, Scale.Points).Select(RatingOf)];

    /// <summary>
    /// 1 for codes at least at the second-highest rating (of a scale with the best on top), 0 below. Of two points only the best counts:
    /// both together would be everybody.
    /// </summary>
    public double[] TopTwo() => Box(best: true);

    public double[] BottomTwo() => Box(best: false);

    private double[] Box(bool best)
    {
        bool high = best != Scale.Reversed;
        int next = Math.Min(1, Span - 1);
        return
        [
            .. from code in Enumerable.Range(Scale.Minimum, Scale.Points)
               select (high ? RatingOf(code) >= Highest - next : RatingOf(code) <= Lowest + next) ? 1.0 : 0.0,
        ];
    }
}
