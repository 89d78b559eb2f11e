using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Control;

/// <summary>Time to decision when some cases are still open.</summary>
/// <remarks>Averages over closed cases flatter: the slow ones are still waiting. Kaplan–Meier uses what is
/// known of each open case, namely that it has lasted at least so long. It assumes open cases are like the others of their age
/// (censoring says nothing about the outcome). Cases closed and censored at the same time: the closing comes first. See
/// docs/methods/survival.md. Oracle: R survival, survfit.</remarks>
public sealed class KaplanMeier
{
    private readonly double lastTime;

    private KaplanMeier(IReadOnlyList<SurvivalStep> steps, int cases, int closed, double lastTime)
    {
        Steps = steps;
        Cases = cases;
        Closed = closed;
        this.lastTime = lastTime;
    }

    /// <summary>One step per distinct closing time, ascending; empty when nothing closed.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>Cases given, open or closed.</summary>
    public int Cases { get; }

    /// <summary>Of which closed.</summary>
    public int Closed { get; }

    /// <summary>The curve of cases still open, with its error.</summary>
    /// <param name="durations">Age of each case: from opening to closing, or to today when open. Finite and at least 0.</param>
    /// <param name="closed">Whether the case is closed.</param>
    /// <param name="confidence">Confidence level of the limits, in (0, 1).</param>
    public static KaplanMeier Of(ReadOnlySpan<double> durations, ReadOnlySpan<bool> closed, double confidence = 0.95)
    {
        if (durations.Length != closed.Length)
            throw new ArgumentException($"{durations.Length} durations for {closed.Length} cases.", nameof(closed));
        Interval.CheckConfidence(confidence);
        foreach (var duration in durations)
            if (!(duration >= 0) || double.IsInfinity(duration))
                throw new ArgumentOutOfRangeException(nameof(durations), duration, "A duration is finite and not negative.");
        var order = durations.ToArray();
        var events = closed.ToArray();
        Array.Sort(order, events);
        var z = Normal.Quantile(0.5 + confidence / 2);
        var steps = new List<SurvivalStep>();
        double open = 1, greenwood = 0;
        var total = 0;
        for (int i = 0, next; i < order.Length; i = next)
        {
            var deaths = 0;
            for (next = i; next < order.Length && order[next] == order[i]; next++) deaths += events[next] ? 1 : 0;
            if (deaths == 0) continue;
            var atRisk = order.Length - i;
            total += deaths;
            open *= 1 - deaths / (double)atRisk;
            greenwood += deaths / (double)atRisk / (atRisk - deaths);
            steps.Add(Step(order[i], atRisk, deaths, open, greenwood, z));
        }
        return new(steps, order.Length, total, order.Length == 0 ? double.NaN : order[^1]);
    }

    private static SurvivalStep Step(double time, int atRisk, int closed, double open, double greenwood, double z)
    {
        if (closed == atRisk) return new(time, atRisk, closed, 0, double.NaN, double.NaN, double.NaN);
        var reach = z * Math.Sqrt(greenwood) / Math.Log(open);
        return new(time, atRisk, closed, open, open * Math.Sqrt(greenwood), Math.Pow(open, Math.Exp(-reach)),
            Math.Pow(open, Math.Exp(reach)));
    }

    /// <summary>Share of cases closed within a limit, open cases taken into account: the honest performance of a time standard.</summary>
    /// <param name="limit">In the unit of the durations.</param>
    /// <returns>In [0, 1]; NaN without cases, or when every case younger than the limit is unresolved and none reaches it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">NaN.</exception>
    public double ClosedWithin(double limit)
    {
        if (double.IsNaN(limit)) throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit is a number.");
        if (Cases == 0) return double.NaN;
        double open = 1;
        foreach (var step in Steps)
        {
            if (step.Time > limit) break;
            open = step.Open;
        }
        return limit > lastTime && open > 0 ? double.NaN : 1 - open;
    }

    /// <summary><see cref="ClosedWithin"/> with its error and limits: does the time standard hold, open cases counted?</summary>
    /// <param name="limit">In the unit of the durations.</param>
    /// <returns>Null where the data cannot tell: no case, or no case as old as the limit while some are open.</returns>
    public ClosedShare? ShareWithin(double limit)
    {
        var share = ClosedWithin(limit);
        if (double.IsNaN(share)) return null;
        var last = Steps.LastOrDefault(step => step.Time <= limit);
        return last.AtRisk == 0 ? new(0, 0, 0, 0) : new(share, last.StandardError, 1 - last.Upper, 1 - last.Lower);
    }

    /// <summary>
    /// Limits of the time by which the given share is closed, at the confidence level of the curve: where its limits cross the
    /// share, as in R.
    /// </summary>
    /// <param name="share">In (0, 1).</param>
    /// <returns>Null limits where the curve's limit never comes down so far.</returns>
    public (double? Low, double? High) QuantileLimits(double share)
    {
        CheckShare(share);
        return (Crossing(share, step => step.Lower), Crossing(share, step => step.Upper));
    }

    /// <summary>Time by which the given share is closed; null when follow-up is too short to tell.</summary>
    /// <param name="share">In (0, 1); 0.5 is the median. Where the curve is flat exactly at the share, the
    /// middle of the flat part, as in R.</param>
    public double? Quantile(double share)
    {
        CheckShare(share);
        return Crossing(share, step => step.Open);
    }

    private static void CheckShare(double share)
    {
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
    }

    private double? Crossing(double share, Func<SurvivalStep, double> curve)
    {
        const double tolerance = 1e-12;
        for (var i = 0; i < Steps.Count; i++)
        {
            var distance = curve(Steps[i]) - (1 - share);
            if (Math.Abs(distance) <= tolerance)
                return i + 1 < Steps.Count ? (Steps[i].Time + Steps[i + 1].Time) / 2 : (Steps[i].Time + lastTime) / 2;
            if (distance < 0) return Steps[i].Time;
        }
        return null;
    }

    /// <summary>Mean time open within a horizon (area under the curve).</summary>
    /// <param name="horizon">At least 0. Beyond the last observation the last level is carried on;
    /// infinite: infinite unless all are closed.</param>
    public double RestrictedMean(double horizon)
    {
        if (!(horizon >= 0)) throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is not negative.");
        if (Cases == 0) return double.NaN;
        double area = 0, from = 0, level = 1;
        foreach (var step in Steps)
        {
            if (step.Time >= horizon) break;
            area += level * (step.Time - from);
            (from, level) = (step.Time, step.Open);
        }
        return level > 0 ? area + level * (horizon - from) : area;
    }
}
