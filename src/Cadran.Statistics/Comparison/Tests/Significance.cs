using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Comparison;

/// <summary>The outcome of a significance test.</summary>
/// <param name="Statistic">The test statistic; NaN when the test cannot be made.</param>
/// <param name="P">p-value, two-sided unless the test says otherwise; NaN when the test cannot be made.</param>
/// <param name="DegreesOfFreedom">Of t or χ², or the numerator of F; NaN where there are none (a normal statistic).</param>
/// <param name="DenominatorDegreesOfFreedom">Of F; NaN elsewhere.</param>
/// <param name="Suppressed">Why the test cannot be made, or null.</param>
public sealed record Significance(double Statistic, double P, double DegreesOfFreedom = double.NaN,
    double DenominatorDegreesOfFreedom = double.NaN, Suppression? Suppressed = null)
{
    /// <summary>A test that cannot be made.</summary>
    /// <param name="reason">Machine-readable reason.</param>
    /// <param name="detail">What was found, for people.</param>
    public static Significance Not(SuppressionReason reason, string? detail = null) => Not(new Suppression(reason, detail));

    internal static Significance Not(Suppression why) => new(double.NaN, double.NaN, Suppressed: why);

    /// <summary>
    /// Student's t of an estimate against zero, with its degrees of freedom; suppressed when it is or has no error.
    /// </summary>
    internal static Significance Student(Estimate difference)
    {
        if (difference.Suppressed is { } why) return Not(why);
        if (double.IsNaN(difference.Value + difference.StandardError))
            return Not(SuppressionReason.Undefined, "a value or its error is not a number");
        if (!(difference.DegreesOfFreedom > 0)) return Not(SuppressionReason.NoDegreesOfFreedom);
        if (difference.StandardError == 0)
            return Not(SuppressionReason.Undefined, difference.IsExact ? "whole populations: there is no error to hold it against"
                : "nobody differs: the sample shows no error to hold it against");
        var t = difference.Value / difference.StandardError;
        return new(t, StudentT.TwoSided(t, difference.DegreesOfFreedom), difference.DegreesOfFreedom);
    }
}
