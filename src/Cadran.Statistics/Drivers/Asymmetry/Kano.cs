using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Kano analysis of one feature from a pair of questions: how would you feel with it, and without it?</summary>
/// <param name="Respondents">Pairs answered, unweighted.</param>
/// <param name="Shares">Weighted share of each <see cref="KanoCategory"/>, in its order; sums to 1.</param>
/// <param name="Better">(A + O)/(A + O + M + I), in [0, 1]: what having the feature can win.</param>
/// <param name="Worse">-(O + M)/(A + O + M + I), in [-1, 0]: what its absence costs.</param>
/// <remarks>Answers are 1 like, 2 expect, 3 neutral, 4 can live with, 5 dislike. Source: Kano and others 1984; evaluation table
/// and coefficients of Berger and others 1993. Errors are linearised ratios under the design.</remarks>
public sealed record Kano(int Respondents, IReadOnlyList<Estimate> Shares, Estimate Better, Estimate Worse)
{
    private static readonly int CategoryCount = Enum.GetValues<KanoCategory>().Length;

    /// <summary>Category with the largest share; null without answers.</summary>
    public KanoCategory? Main => Respondents == 0 ? null : (KanoCategory)Enumerable.Range(0, CategoryCount).MaxBy(c => Shares[c].Value);

    /// <summary>The evaluation table.</summary>
    /// <param name="with">Answer to "if the feature is there", 1..5.</param>
    /// <param name="without">Answer to "if it is not there", 1..5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An answer outside 1 to 5.</exception>
    public static KanoCategory CategoryOf(int with, int without)
    {
        if (with is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(with), with, "An answer lies between 1 and 5.");
        if (without is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(without), without, "An answer lies between 1 and 5.");
        return (with, without) switch
        {
            (1, 1) or (5, 5) => KanoCategory.Questionable,
            (1, 5) => KanoCategory.OneDimensional,
            (1, _) => KanoCategory.Attractive,
            (5, _) or (_, 1) => KanoCategory.Reverse,
            (_, 5) => KanoCategory.MustBe,
            _ => KanoCategory.Indifferent,
        };
    }

    /// <summary>Shares of the categories and the two coefficients, under the design.</summary>
    /// <param name="with">Answers with the feature; negative codes are no value and leave the pair out as a domain.</param>
    /// <param name="without">Answers without it.</param>
    /// <param name="design">The sample.</param>
    /// <exception cref="ArgumentException">Unequal lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer of zero or above 5.</exception>
    public static Kano Of(ReadOnlySpan<sbyte> with, ReadOnlySpan<sbyte> without, Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (with.Length != design.Rows || without.Length != design.Rows)
            throw new ArgumentException($"{with.Length} and {without.Length} answers for {design.Rows} rows.", nameof(with));
        var domain = new bool[design.Rows];
        var category = new int[design.Rows];
        for (var i = 0; i < domain.Length; i++)
        {
            domain[i] = with[i] >= 0 && without[i] >= 0;
            if (domain[i]) category[i] = (int)CategoryOf(with[i], without[i]);
        }
        Estimate Ratio(Func<int, double> numerator, Func<int, bool> denominator) =>
            Numeric.Mean(design, [.. category.Select((c, i) => domain[i] && denominator(c) ? numerator(c) : double.NaN)]);
        bool Classified(int c) => c <= (int)KanoCategory.Indifferent;
        return new Kano(domain.Count(d => d),
            [.. Enumerable.Range(0, CategoryCount).Select(c => Ratio(k => k == c ? 1 : 0, _ => true))],
            Ratio(c => (KanoCategory)c is KanoCategory.Attractive or KanoCategory.OneDimensional ? 1 : 0, Classified),
            Ratio(c => (KanoCategory)c is KanoCategory.OneDimensional or KanoCategory.MustBe ? -1 : 0, Classified));
    }
}
