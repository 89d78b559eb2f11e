using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Comparison;

/// <summary>A change between two waves or a difference between two groups, tested.</summary>
/// <param name="From">The earlier (or reference) estimate.</param>
/// <param name="To">The later estimate.</param>
/// <param name="Difference">To minus from, with its own error; suppressed when either is.</param>
/// <param name="T">Difference over its error; NaN when suppressed, infinite when the error is zero and the difference is not.</param>
/// <param name="P">Two-sided p-value of Student's t with the difference's degrees of freedom; NaN when suppressed.</param>
/// <param name="MinimumDetectable">Smallest true change this comparison would have found with 80 % power, same
/// unit; NaN when suppressed.</param>
public sealed record Change(Estimate From, Estimate To, Estimate Difference, double T, double P, double MinimumDetectable)
{
    /// <summary>
    /// Waves or groups of one stacked sample: clusters that occur in both make the two estimates covary, and the error of the
    /// change accounts for it.
    /// </summary>
    /// <param name="from">A group of an item tabulated by wave.</param>
    /// <param name="to">Another group of the same item.</param>
    /// <param name="scoreOfValue">Score of each value of the scale; 0–100 scores when null.</param>
    /// <remarks>Oracle: <c>svyby(covmat = TRUE)</c> with <c>svycontrast</c>. Degrees of freedom: clusters minus strata
    /// in either wave, minus one for the second mean, as <see cref="DesignTests.TwoMeans"/> and R's <c>svyttest</c>.</remarks>
    public static Change Within(Domain from, Domain to, double[]? scoreOfValue = null)
    {
        var scores = scoreOfValue ?? from.Scale.Scores();
        return Of(from.MeanOf(scores), to.MeanOf(scores), to.DifferenceFrom(from, scores));
    }

    /// <summary>Two samples drawn independently of each other: variances add, degrees of freedom by Satterthwaite.</summary>
    /// <param name="from">The earlier (or reference) estimate.</param>
    /// <param name="to">The later estimate.</param>
    public static Change Independent(Estimate from, Estimate to) => Of(from, to, DifferenceOf(from, to));

    /// <summary>Two simple random samples with people in common: the covariance of their estimates is taken off.</summary>
    /// <param name="from">The earlier estimate.</param>
    /// <param name="to">The later estimate.</param>
    /// <param name="covariance">Covariance of the two estimates: see <see cref="OverlapCovariance"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A covariance beyond ± the product of the two errors.</exception>
    public static Change Overlapping(Estimate from, Estimate to, double covariance)
    {
        var independent = DifferenceOf(from, to);
        var variance = Math.Max(0, independent.Variance - 2 * covariance);
        if (independent.Suppressed is null && !(Math.Abs(covariance) <= from.StandardError * to.StandardError * (1 + 1e-9)))
            throw new ArgumentOutOfRangeException(nameof(covariance), covariance, "The covariance is larger than the variances allow.");
        return Of(from, to, independent with { StandardError = Math.Sqrt(variance) });
    }

    /// <summary>Covariance of two sample means through the people in both: shared/(n₁·n₂) times their answers' covariance.</summary>
    /// <param name="shared">People in both samples.</param>
    /// <param name="first">People in the first sample.</param>
    /// <param name="second">People in the second.</param>
    /// <param name="answerCovariance">Covariance of the two answers of those in both; NaN, as the result then, where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">More people in both samples than in one of them, or fewer than none; nobody in a
    /// sample; an infinite covariance.</exception>
    public static double OverlapCovariance(int shared, int first, int second, double answerCovariance)
    {
        if (first < 1 || second < 1)
            throw new ArgumentOutOfRangeException(nameof(first), Math.Min(first, second), "A sample has one person or more.");
        if (shared < 0 || shared > first || shared > second)
            throw new ArgumentOutOfRangeException(nameof(shared), shared, $"People in both samples of {first} and {second}.");
        if (double.IsInfinity(answerCovariance))
            throw new ArgumentOutOfRangeException(nameof(answerCovariance), answerCovariance, "A covariance is finite.");
        return shared / ((double)first * second) * answerCovariance;
    }

    /// <summary>
    /// The difference of two independent estimates, to minus from; suppressed when either is, or has no degrees of freedom.
    /// </summary>
    /// <param name="from">The earlier (or reference) estimate.</param>
    /// <param name="to">The later estimate.</param>
    public static Estimate DifferenceOf(Estimate from, Estimate to)
    {
        var respondents = Math.Min(from.Respondents, to.Respondents);
        if ((from.Suppressed ?? to.Suppressed) is { } why) return Estimate.Withheld(why, respondents);
        if (!(from.DegreesOfFreedom > 0 && to.DegreesOfFreedom > 0))
            return Estimate.Withheld(SuppressionReason.NoDegreesOfFreedom, respondents);
        var error = double.Hypot(from.StandardError, to.StandardError);
        if (error == 0) return new(to.Value - from.Value, 0, from.DegreesOfFreedom + to.DegreesOfFreedom, respondents);
        // Shares of the variance, so that no fourth power of an error is taken.
        double a = Math.Pow(from.StandardError / error, 2), b = Math.Pow(to.StandardError / error, 2);
        return new(to.Value - from.Value, error, 1 / (a * a / from.DegreesOfFreedom + b * b / to.DegreesOfFreedom), respondents);
    }

    private static Change Of(Estimate from, Estimate to, Estimate difference)
    {
        var test = Significance.Student(difference);
        return new(from, to, difference, test.Statistic, test.P, Detectable(difference.StandardError));
    }

    /// <summary>
    /// (z of the level + z of the power) · error: what a two-sided test at <paramref name="level"/> finds with the given power.
    /// </summary>
    /// <param name="standardError">Error of the difference.</param>
    /// <param name="level">Chance of a false alarm, two-sided, in (0, 1).</param>
    /// <param name="power">Chance of finding the change, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A level or a power outside (0, 1), a power that chance alone has
    /// (level/2 or less), a negative error.</exception>
    public static double Detectable(double standardError, double level = 0.05, double power = 0.8)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A test level lies between 0 and 1.");
        if (!(power > 0 && power < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between 0 and 1.");
        if (!(power > level / 2))
            throw new ArgumentOutOfRangeException(
                nameof(power), power, $"Without any change a test at {level} finds a rise in {level / 2} of cases; a power lies above.");
        if (standardError < 0) throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "An error is not negative.");
        return (Normal.Quantile(power) - Normal.Quantile(level / 2)) * standardError;
    }
}
