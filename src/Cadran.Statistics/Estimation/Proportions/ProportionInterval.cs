using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Estimation;

/// <summary>Confidence intervals for a proportion. Simple samples: Wilson. Complex designs: Korn–Graubard.</summary>
/// <remarks>
/// Limits are in [0, 1]. Confidence is in (0, 1). Methods: docs/methods/intervals.md. Oracle: R binom 1.1, survey 4.1, stats 4.2.
/// </remarks>
public static partial class ProportionInterval
{
    /// <summary>
    /// The default for the design: Wilson when the sample is simple random, Korn–Graubard otherwise; null when suppressed.
    /// </summary>
    /// <param name="proportion">A share with its error under the design, as <see cref="Domain.Top"/> gives it.</param>
    /// <param name="design">The design it was made with.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    public static Interval? Default(Estimate proportion, Design design, double confidence = 0.95) =>
        design.IsSimpleRandom && proportion.Suppressed is null
            ? Wilson(proportion.Value * proportion.Respondents, proportion.Respondents, confidence)
            : KornGraubard(proportion, confidence);

    /// <summary>Wilson's score interval for <paramref name="successes"/> out of <paramref name="trials"/>.</summary>
    /// <param name="successes">From 0 to the trials; need not be whole.</param>
    /// <param name="trials">Above 0.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    public static Interval Wilson(double successes, double trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        double z = Normal.Quantile(0.5 + confidence / 2), p = successes / trials, z2 = z * z;
        var centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
        var half = z * Math.Sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials)) / (1 + z2 / trials);
        return new(successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>
    /// Clopper–Pearson interval on the effective sample size of a complex design; the exact binomial when the variance is zero, the share
    /// itself when the whole population was asked. Null when the estimate is suppressed or its error is not known.
    /// </summary>
    /// <param name="proportion">A share with its error under the design, as <see cref="Domain.Top"/> gives it.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <remarks>Korn and Graubard (1998). Oracle: <c>svyciprop(method = "beta")</c>, 1e-9.</remarks>
    public static Interval? KornGraubard(Estimate proportion, double confidence = 0.95)
    {
        CheckConfidence(confidence);
        if (proportion.Suppressed is not null || !(proportion.DegreesOfFreedom > 0) || double.IsNaN(proportion.StandardError)) return null;
        if (proportion.IsExact) return new(proportion.Value, proportion.Value);
        double p = CheckProportion(proportion.Value), n = proportion.Respondents, tail = (1 - confidence) / 2;
        if (proportion.Variance > 0 && p > 0 && p < 1)
        {
            var ratio = n > 1 ? StudentT.Quantile(tail, n - 1) / StudentT.Quantile(tail, proportion.DegreesOfFreedom) : 1;
            n = p * (1 - p) / proportion.Variance * ratio * ratio;
        }
        return new(BetaDistribution.Quantile(tail, n * p, n * (1 - p) + 1), BetaDistribution.Quantile(1 - tail, n * p + 1, n * (1 - p)));
    }

    private static void Check(double successes, double trials, double confidence)
    {
        CheckConfidence(confidence);
        if (!(trials > 0 && double.IsFinite(trials)))
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "An interval needs at least one trial.");
        if (!(successes >= 0 && successes <= trials))
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Successes lie between 0 and {trials}.");
    }

    private static void CheckConfidence(double confidence) => Interval.CheckConfidence(confidence);

    internal static double CheckProportion(double proportion) =>
        proportion is >= -1e-12 and <= 1 + 1e-12 ? Math.Clamp(proportion, 0, 1)
            : throw new ArgumentOutOfRangeException(
                nameof(proportion), proportion,
                "A proportion lies between 0 and 1; the interval of a mean or a score is Estimate.Interval.");
}
