namespace Cadran.Statistics.Estimation;

/// <summary>The answers of one item in one group, or overall: every estimate of it is read from here.</summary>
/// <remarks>Estimates are over the answered rows; all clusters of the design are kept, those without an answer adding zero.
/// Degrees of freedom are clusters minus strata among the answered rows of positive weight. Empty, zero-weight and too-thin
/// domains come back suppressed with the reason. Source: Särndal, Swensson and Wretman (1992), ch. 5 and 10. Oracle: R survey 4.1
/// <c>svymean</c> on <c>subset</c>, <c>na.rm = TRUE</c>; 1e-10 relative.</remarks>
public sealed class Domain
{
    // Of the spread of the scores: the root of what doubles leave of a variance.
    private const double Rounding = 1e-8;

    private readonly ItemTabulation item;
    private readonly int bucket;
    private readonly DomainCounts counts;

    internal Domain(ItemTabulation item, int bucket)
    {
        this.item = item;
        this.bucket = bucket;
        counts = item.Counts(bucket);
        Respondents = counts.People.Sum();
        Weight = counts.Weight.Sum();
    }

    /// <summary>People who gave an answer on the scale.</summary>
    public int Respondents { get; }
    /// <summary>Sum of the weights of those who gave an answer.</summary>
    public double Weight { get; }
    /// <summary>The scale the answers are on.</summary>
    public Scale Scale => item.Scale;
    internal Design Design => item.Design;

    /// <summary>People who gave this value.</summary>
    /// <param name="value">From the lowest to the highest value of the scale.</param>
    public int CountOf(int value) => value >= Scale.Minimum && value <= Scale.Maximum ? counts.People[value - Scale.Minimum]
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The scale goes from {Scale.Minimum} to {Scale.Maximum}.");

    /// <summary>People without an answer, for this reason.</summary>
    /// <param name="kind">Which of the five.</param>
    public int CountOf(NoValue kind) => counts.Absent[Position(kind)];

    /// <summary>Weight of the people without an answer, for this reason.</summary>
    /// <param name="kind">Which of the five.</param>
    public double WeightOf(NoValue kind) => counts.AbsentWeight[Position(kind)];

    /// <summary>Mean on the scale's own values.</summary>
    public Estimate Mean() => MeanOf(Scale.Values());

    /// <summary>Mean 0–100 score.</summary>
    public Estimate Score() => MeanOf(Scale.Scores());

    /// <summary>Share of the best <paramref name="count"/> values, in [0, 1].</summary>
    /// <param name="count">Values in the box: 2 for "satisfied" and "very satisfied" of five.</param>
    public Estimate Top(int count = 2) => MeanOf(Scale.Top(count));

    /// <summary>Share of the worst <paramref name="count"/> values, in [0, 1].</summary>
    /// <param name="count">Values in the box.</param>
    public Estimate Bottom(int count = 2) => MeanOf(Scale.Bottom(count));

    /// <summary>Top share minus bottom share, in [−1, 1].</summary>
    /// <param name="count">Values in each box.</param>
    public Estimate Net(int count = 2) => MeanOf([.. Scale.Top(count).Zip(Scale.Bottom(count), (t, b) => t - b)]);

    /// <summary>Share of one value, in [0, 1].</summary>
    /// <param name="value">From the lowest to the highest value of the scale.</param>
    public Estimate Share(int value) => MeanOf(Scale.Only(value));

    /// <summary>Weighted mean of any score given to each value, lowest value first.</summary>
    /// <param name="scoreOfValue">A score of each value of the scale, lowest first: <see cref="Scale.Top"/>,
    /// <see cref="Scores.NetPromoter"/> …</param>
    public Estimate MeanOf(ReadOnlySpan<double> scoreOfValue)
    {
        if (!TryPoint(scoreOfValue, out var mean, out var problem)) return Estimate.Withheld(problem!, Respondents);
        var shared = Covariance;
        return shared.Suppressed is null
            ? new(mean, Error(shared.VarianceOf(scoreOfValue, mean), scoreOfValue), shared.DegreesOfFreedom, Respondents)
            : Estimate.Withheld(shared.Suppressed, Respondents);
    }

    /// <summary>Covariance of all shares, worked out once and read by every score.</summary>
    internal LinearisedCovariance Covariance => field ??= item.Covariance(bucket, Shares(), Weight);

    /// <summary>Weighted share of each value, lowest first; meaningless without weight.</summary>
    internal double[] Shares() => [.. counts.Weight.Select(w => w / Weight)];

    /// <summary>
    /// The weighted mean of these respondents alone, without a claim about its error; NaN when there are none. For a group that is
    /// a single cluster, whose estimate is rightly suppressed.
    /// </summary>
    /// <param name="scoreOfValue">A score of each value of the scale, lowest first: <see cref="Scale.Top"/>,
    /// <see cref="Scores.NetPromoter"/> …</param>
    public double PointOf(ReadOnlySpan<double> scoreOfValue) => TryPoint(scoreOfValue, out var mean, out _) ? mean : double.NaN;

    /// <summary>This domain's mean minus another's, same item and sample: clusters in both give the covariance.</summary>
    /// <param name="other">The group whose mean is taken off.</param>
    /// <param name="scoreOfValue">A score of each value of the scale, lowest first: <see cref="Scale.Top"/>,
    /// <see cref="Scores.NetPromoter"/> …</param>
    /// <returns>With clusters minus strata minus one degrees of freedom, over the rows of both: two means were estimated, as by a
    /// regression on membership. Suppressed when none is left.</returns>
    /// <exception cref="ArgumentException">The domains come from different tabulations.</exception>
    public Estimate DifferenceFrom(Domain other, ReadOnlySpan<double> scoreOfValue)
    {
        if (!ReferenceEquals(other.item, item))
            throw new ArgumentException(
                "A difference needs two groups of the same tabulated item: stack the waves in one sample, or compare the "
                + "estimates as independent.", nameof(other));
        if (bucket < 0 || other.bucket < 0 || bucket == other.bucket)
            throw new ArgumentException("A difference needs two groups without a row in common.", nameof(other));
        if (!TryPoint(scoreOfValue, out var mean, out var problem)) return Estimate.Withheld(problem!, Respondents);
        if (!other.TryPoint(scoreOfValue, out var otherMean, out problem)) return Estimate.Withheld(problem!, Respondents);
        var (variance, df, thin) = ContributionsTo(scoreOfValue, mean).Minus(other.ContributionsTo(scoreOfValue, otherMean)).Variance();
        return thin is null ? new Estimate(mean - otherMean, Error(variance, scoreOfValue), df, Math.Min(Respondents, other.Respondents))
            .LessOneDegree() : Estimate.Withheld(thin, Respondents);
    }

    /// <summary>Design effect of the mean: its variance over that of a simple random sample of the same size.</summary>
    /// <param name="scoreOfValue">A score of each value of the scale, lowest first: <see cref="Scale.Top"/>,
    /// <see cref="Scores.NetPromoter"/> …</param>
    /// <param name="withReplacement">Compare with sampling with replacement; otherwise the sum of weights is
    /// taken as the population.</param>
    /// <remarks>NaN when the estimate is suppressed or all answers agree, and without replacement when the weights add up to no more people
    /// than answered: they are not scaled to the population. Oracle: <c>svymean(deff = TRUE)</c>, <c>"replace"</c>.</remarks>
    public double DesignEffect(ReadOnlySpan<double> scoreOfValue, bool withReplacement = false)
    {
        var estimate = MeanOf(scoreOfValue);
        if (estimate.Suppressed is not null || Respondents < 2) return double.NaN;
        double spread = 0;
        for (var v = 0; v < scoreOfValue.Length; v++)
            spread += counts.Weight[v] * (scoreOfValue[v] - estimate.Value) * (scoreOfValue[v] - estimate.Value);
        var simple = spread / Weight / (Respondents - 1);
        if (!withReplacement) simple *= (Weight - Respondents) / Weight;
        return simple > 0 ? estimate.Variance / simple : double.NaN;
    }

    // Clusters that balance exactly leave rounding, which would pass for an error.
    private static double Error(double variance, ReadOnlySpan<double> scores)
    {
        double low = scores[0], high = scores[0], error = Math.Sqrt(Math.Max(0, variance));
        foreach (var score in scores) (low, high) = (Math.Min(low, score), Math.Max(high, score));
        return error <= Rounding * (high - low) ? 0 : error;
    }

    private static int Position(NoValue kind) =>
        Enum.IsDefined(kind) ? -(int)kind - 1 : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of no value.");

    private bool TryPoint(ReadOnlySpan<double> scores, out double mean, out Suppression? problem)
    {
        if (scores.Length != Scale.Points)
            throw new ArgumentException($"{scores.Length} scores for a scale of {Scale.Points} values.", nameof(scores));
        for (var v = 0; v < scores.Length; v++)
            if (!double.IsFinite(scores[v]))
                throw new ArgumentException($"The score of value {Scale.Minimum + v} is {scores[v]}.", nameof(scores));
        Magnitude.Check(scores, nameof(scores));
        mean = double.NaN;
        problem = Respondents == 0 ? new(SuppressionReason.Empty) : !(Weight > 0) ? new(SuppressionReason.ZeroWeight) : null;
        if (problem is not null) return false;
        // Measured from a value that occurs: a constant item then has exactly that mean and exactly no error.
        var origin = Array.FindIndex(counts.Weight, w => w > 0);
        double sum = 0;
        for (var v = 0; v < scores.Length; v++) sum += counts.Weight[v] * (scores[v] - scores[origin]);
        mean = scores[origin] + sum / Weight;
        return true;
    }

    private Contributions ContributionsTo(ReadOnlySpan<double> scores, double mean)
    {
        Span<double> deviations = stackalloc double[scores.Length];
        for (var v = 0; v < scores.Length; v++) deviations[v] = (scores[v] - mean) / Weight;
        return item.Contributions(bucket, deviations);
    }
}
