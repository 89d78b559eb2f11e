using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Comparison;

/// <summary>A change between two waves or a difference between two groups, tested.</summary>
/// <param name="From">The earlier (or reference) estimate.</param>
/// <param name="To">The later estimate.</param>
/// <param name="Difference">To minus from, with its own error; suppressed when either is.</param>
/// <param name="T">Difference over its error; NaN when suppressed or without an error to hold it against.</param>
/// <param name="P">Two-sided p-value of Student's t with the difference's degrees of freedom; NaN as <paramref name="T"/>.</param>
/// <param name="MinimumDetectable">True change that this comparison finds with 80 % power, same unit: by the noncentral t. NaN as
/// <paramref name="T"/>.</param>
public sealed record Change(Estimate From, Estimate To, Estimate Difference, double T, double P, double MinimumDetectable)
{
    /// <summary>
    /// Waves or groups of one stacked sample: clusters that occur in both make the two estimates covary, and the error of the change
    /// accounts for it.
    /// </summary>
    /// <param name="from">A group of an item tabulated by wave.</param>
    /// <param name="to">Another group of the same item.</param>
    /// <param name="scoreOfValue">Score of each value of the scale; 0–100 scores when null.</param>
    /// <remarks>
    /// Oracle: <c>svyby(covmat = TRUE)</c> with <c>svycontrast</c>. Degrees of freedom: clusters minus strata in either wave, minus one for
    /// the second mean, as <see cref="DesignTests.TwoMeans"/> and R's <c>svyttest</c>.
    /// </remarks>
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
        if (error == 0) return new(to.Value - from.Value, 0, Math.Min(from.DegreesOfFreedom, to.DegreesOfFreedom), respondents);
        // Shares of the variance, so that no fourth power of an error is taken.
        double a = Math.Pow(from.StandardError / error, 2), b = Math.Pow(to.StandardError / error, 2);
        return new(to.Value - from.Value, error, 1 / (a * a / from.DegreesOfFreedom + b * b / to.DegreesOfFreedom), respondents);
    }

    private static Change Of(Estimate from, Estimate to, Estimate difference)
    {
        var test = Significance.Student(difference);
        return new(from, to, difference, test.Statistic, test.P, Detectable(test.Suppressed is null
            ? difference.StandardError : double.NaN, difference.DegreesOfFreedom));
    }

    /// <summary>
    /// The true change that a two-sided t test finds, in its own direction, with the given power. With few degrees of freedom the test asks
    /// for more and its own error is uncertain: 16.3 errors with one, 4.3 with three, 2.8 with very many.
    /// </summary>
    /// <param name="standardError">Error of the difference.</param>
    /// <param name="degreesOfFreedom">Of the difference; infinity for the normal limit (z of the level + z of the power) · error.</param>
    /// <param name="level">Chance of a false alarm, two-sided, in (0, 1).</param>
    /// <param name="power">Chance of finding the change, in (0, 1).</param>
    /// <returns>Same unit as the error; NaN for an error that is NaN or zero, and without degrees of freedom.</returns>
    /// <remarks>The shift of the noncentral t with that power: see <see cref="NoncentralT"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A level or a power outside (0, 1), a power that chance alone has
    /// (level/2 or less), a negative error.</exception>
    public static double Detectable(double standardError, double degreesOfFreedom, double level = 0.05, double power = 0.8)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A test level lies between 0 and 1.");
        if (!(power > 0 && power < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between 0 and 1.");
        if (!(power > level / 2))
            throw new ArgumentOutOfRangeException(
                nameof(power), power, $"Without any change a test at {level} finds a rise in {level / 2} of cases; a power lies above.");
        if (standardError < 0) throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "An error is not negative.");
        if (!(standardError > 0) || !(degreesOfFreedom > 0)) return double.NaN;
        return Errors(degreesOfFreedom, level, power) * standardError;
    }

    // All changes of a page have the same degrees of freedom.
    [ThreadStatic]
    private static (double DegreesOfFreedom, double Level, double Power, double Value) last;

    private static double Errors(double n, double level, double power)
    {
        if ((last.DegreesOfFreedom, last.Level, last.Power) != (n, level, power))
            last = (n, level, power, NoncentralT.ShiftFor(StudentT.Quantile(1 - level / 2, n), n, power));
        return last.Value;
    }
}
