using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Comparison;

/// <summary>Two one-sided tests: is the difference small enough not to matter?</summary>
/// <param name="P">The larger of the two one-sided p-values; below the level, the difference lies within ± the margin.</param>
/// <param name="Equivalent">P below the level asked for.</param>
/// <param name="Interval">The (1 − 2·level) interval, which lies within the margin exactly when <paramref name="Equivalent"/>.</param>
/// <param name="Suppressed">Why there is no test: the difference is suppressed; null otherwise.</param>
/// <remarks>Schuirmann (1987). "No significant change" is not "no change": this test is for the second.</remarks>
public sealed record Equivalence(double P, bool Equivalent, Interval? Interval, Suppression? Suppressed = null)
{
    /// <summary>Tests that a difference is smaller than the margin, either way.</summary>
    /// <param name="difference">The estimated difference.</param>
    /// <param name="margin">Largest difference that does not matter, above zero, same unit.</param>
    /// <param name="level">Level of each one-sided test.</param>
    /// <returns>NaN, not equivalent and the reason for a suppressed difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A margin of zero or less, a level outside (0, 0.5).</exception>
    public static Equivalence Of(Estimate difference, double margin, double level = 0.05)
    {
        if (!(margin > 0)) throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is above zero.");
        if (!(level > 0 && level < 0.5))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A one-sided level lies between 0 and 0.5.");
        if ((difference.Suppressed ?? (difference.IsExact ? null : Significance.Student(difference).Suppressed)) is { } why)
            return new(double.NaN, false, null, why);
        double df = difference.DegreesOfFreedom, se = difference.StandardError;
        var p = se == 0
            ? Math.Abs(difference.Value) < margin ? 0 : 1
            : Math.Max(StudentT.Upper((difference.Value + margin) / se, df), StudentT.Upper((margin - difference.Value) / se, df));
        return new(p, p < level, difference.Interval(1 - 2 * level));
    }
}
