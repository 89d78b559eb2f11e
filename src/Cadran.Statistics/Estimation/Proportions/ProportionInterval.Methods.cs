using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Estimation;

public static partial class ProportionInterval
{
    /// <summary>Exact binomial (Clopper–Pearson): never covers less than it says, often more.</summary>
    /// <param name="successes">From 0 to the trials; need not be whole.</param>
    /// <param name="trials">Above 0.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, successes outside their range, a confidence outside (0, 1).</exception>
    public static Interval ClopperPearson(double successes, double trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        var tail = (1 - confidence) / 2;
        return new(BetaDistribution.Quantile(tail, successes, trials - successes + 1),
            BetaDistribution.Quantile(1 - tail, successes + 1, trials - successes));
    }

    /// <summary>
    /// Wald's textbook interval p ± z·√(p(1 − p)/n), cut to [0, 1]: to check other people's reports. It covers less than it says,
    /// and claims certainty when nobody or everybody succeeds.
    /// </summary>
    /// <param name="successes">From 0 to the trials; need not be whole.</param>
    /// <param name="trials">Above 0.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, successes outside their range, a confidence outside (0, 1).</exception>
    public static Interval Wald(double successes, double trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        double p = successes / trials, half = Normal.Quantile(0.5 + confidence / 2) * Math.Sqrt(p * (1 - p) / trials);
        return new(Math.Max(0, p - half), Math.Min(1, p + half));
    }

    /// <summary>Agresti–Coull: z²/2 successes and failures added, then the plain interval, cut to [0, 1].</summary>
    /// <param name="successes">From 0 to the trials; need not be whole.</param>
    /// <param name="trials">Above 0.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, successes outside their range, a confidence outside (0, 1).</exception>
    public static Interval AgrestiCoull(double successes, double trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        double z = Normal.Quantile(0.5 + confidence / 2), n = trials + z * z, p = (successes + z * z / 2) / n;
        var half = z * Math.Sqrt(p * (1 - p) / n);
        return new(Math.Max(0, p - half), Math.Min(1, p + half));
    }

    /// <summary>
    /// Jeffreys: equal tails of the posterior under a Beta(½, ½) prior; the outer limit is 0 or 1 when
    /// nobody or everybody succeeds.
    /// </summary>
    /// <param name="successes">From 0 to the trials; need not be whole.</param>
    /// <param name="trials">Above 0.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, successes outside their range, a confidence outside (0, 1).</exception>
    public static Interval Jeffreys(double successes, double trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        double tail = (1 - confidence) / 2, a = successes + 0.5, b = trials - successes + 0.5;
        return new(successes == 0 ? 0 : BetaDistribution.Quantile(tail, a, b),
            successes == trials ? 1 : BetaDistribution.Quantile(1 - tail, a, b));
    }

    /// <summary>Wilson's interval with Yates's continuity correction, wider and seldom needed.</summary>
    /// <param name="successes">From 0 to the trials; need not be whole.</param>
    /// <param name="trials">Above 0.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, successes outside their range, a confidence outside (0, 1).</exception>
    public static Interval WilsonWithContinuity(double successes, double trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        double z = Normal.Quantile(0.5 + confidence / 2), p = successes / trials, z22n = z * z / (2 * trials);
        var yates = Math.Min(0.5, Math.Abs(successes - trials / 2)) / trials;
        double low = p - yates, high = p + yates;
        return new(
            low <= 0 ? 0 : Math.Max(0, (low + z22n - z * Math.Sqrt(low * (1 - low) / trials + z22n / (2 * trials))) / (1 + 2 * z22n)),
            high >= 1 ? 1 : Math.Min(1, (high + z22n + z * Math.Sqrt(high * (1 - high) / trials + z22n / (2 * trials))) / (1 + 2 * z22n)));
    }

    /// <summary>
    /// Complex design, symmetric on the log-odds and brought back; exact binomial when the variance is zero. Null when suppressed
    /// or without a known error.
    /// </summary>
    /// <remarks>Oracle: <c>svyciprop(method = "xlogit")</c>.</remarks>
    /// <param name="proportion">A share with its error under the design, as <see cref="Domain.Top"/> gives it.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    public static Interval? Logit(Estimate proportion, double confidence = 0.95)
    {
        if (NoSpread(proportion, confidence, out var exact)) return exact;
        double p = proportion.Value, centre = Math.Log(p / (1 - p)),
            half = StudentT.Quantile(0.5 + confidence / 2, proportion.DegreesOfFreedom) * proportion.StandardError / (p * (1 - p));
        return new(1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)));
    }

    /// <summary>
    /// Complex design, symmetric on the arcsine of the root; exact binomial when the variance is zero. Null when suppressed or
    /// without a known error.
    /// </summary>
    /// <remarks>Oracle: <c>svyciprop(method = "asin")</c>, except that limits stop at 0 and 1 where R folds them back.</remarks>
    /// <param name="proportion">A share with its error under the design, as <see cref="Domain.Top"/> gives it.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    public static Interval? Arcsine(Estimate proportion, double confidence = 0.95)
    {
        if (NoSpread(proportion, confidence, out var exact)) return exact;
        double p = proportion.Value, centre = Math.Asin(Math.Sqrt(p)),
            half = StudentT.Quantile(0.5 + confidence / 2, proportion.DegreesOfFreedom) * proportion.StandardError
            / (2 * Math.Sqrt(p * (1 - p)));
        double low = Math.Sin(Math.Max(0, centre - half)), high = Math.Sin(Math.Min(Math.PI / 2, centre + half));
        return new(low * low, high * high);
    }

    /// <summary>Newcombe's hybrid score interval (his method 10) for the difference p₁ − p₂ of two independent simple samples.</summary>
    /// <param name="successes1">Successes of the first sample, from 0 to its trials.</param>
    /// <param name="trials1">Trials of the first sample, above 0.</param>
    /// <param name="successes2">Successes of the second sample.</param>
    /// <param name="trials2">Trials of the second sample.</param>
    /// <param name="confidence">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, successes outside their range, a confidence outside (0, 1).</exception>
    public static Interval Newcombe(double successes1, double trials1, double successes2, double trials2, double confidence = 0.95)
    {
        var a = Wilson(successes1, trials1, confidence);
        var b = Wilson(successes2, trials2, confidence);
        double p1 = successes1 / trials1, p2 = successes2 / trials2, d = p1 - p2;
        return new(d - Math.Sqrt(Square(p1 - a.Low) + Square(b.High - p2)), d + Math.Sqrt(Square(a.High - p1) + Square(p2 - b.Low)));
    }

    private static double Square(double x) => x * x;

    private static bool NoSpread(Estimate proportion, double confidence, out Interval? exact)
    {
        CheckConfidence(confidence);
        exact = null;
        if (proportion.Suppressed is not null || !(proportion.DegreesOfFreedom > 0) || double.IsNaN(proportion.StandardError)) return true;
        var p = CheckProportion(proportion.Value);
        if (proportion.StandardError > 0 && p > 0 && p < 1) return false;
        exact = proportion.IsExact ? new(p, p) : ClopperPearson(p * proportion.Respondents, proportion.Respondents, confidence);
        return true;
    }
}
