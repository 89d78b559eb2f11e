using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Control;

/// <summary>What a count of successes says about the underlying rate.</summary>
/// <param name="Lower">Exact (Clopper–Pearson) lower limit of the true rate, in [0, 1].</param>
/// <param name="Upper">Exact upper limit, in [0, 1].</param>
/// <param name="ProbabilityTargetMet">Posterior probability, in [0, 1], that the true rate is at least the
/// target; null without a target in [0, 1]. Method: beta posterior from Jeffreys' prior, Beta(x + ½, n − x + ½).
/// For a target of 1 it is 0: no finite count shows that a rate is exactly 1.</param>
public sealed record StandardConfidence(double Lower, double Upper, double? ProbabilityTargetMet)
{
    /// <summary>Treats the period's cases as a sample of the process that produced them.</summary>
    /// <param name="meeting">Cases within the standard.</param>
    /// <param name="total">All cases.</param>
    /// <param name="target">Proportion of cases committed to, 0.8 for 80 %; one outside [0, 1] is a finding of
    /// <see cref="ServiceStandardCheck.Evaluate"/> and has no probability here.</param>
    /// <param name="confidence">Confidence level of the interval, in (0, 1).</param>
    /// <returns>Null when there is no case or when the counts contradict each other (meeting above total, or negative).</returns>
    /// <remarks>Oracle: R binom and stats; limits to 1e-9.</remarks>
    public static StandardConfidence? Of(long meeting, long total, decimal? target = null, double confidence = 0.95)
    {
        Interval.CheckConfidence(confidence);
        if (total <= 0 || meeting < 0 || meeting > total) return null;
        var limits = ProportionInterval.ClopperPearson(meeting, total, confidence);
        double? probability = target is >= 0 and <= 1
            ? ProbabilityAtLeast((double)target.Value, meeting + 0.5, total - meeting + 0.5) : null;
        return new(limits.Low, limits.High, probability);
    }

    private static double ProbabilityAtLeast(double target, double a, double b) =>
        IncompleteBeta.Regularized(a, b, target, 1 - target).Upper;
}
