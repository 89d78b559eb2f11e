using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Overall score by number of failing drivers, and which driver fails (Citizens First threshold analysis).</summary>
/// <param name="PassAt">Lowest rating that counts as a pass.</param>
/// <param name="ByFailing">One entry for 0..p failing drivers.</param>
/// <param name="WhenOneFails">Share of each driver among respondents for whom exactly one fails; sums to 1.
/// NaN when nobody is in that case.</param>
/// <param name="FailShare">Share of respondents for whom each driver fails, whatever the others.</param>
/// <remarks>Complete cases only: not applicable is never a pass. Every figure is a <see cref="Domain"/> estimate, all
/// sampling units kept; where its error cannot be had, the value stands without one. Oracle: cmt_synth (R survey 4.1-1) and
/// bayesm::customerSat, Golden values in the tests.</remarks>
public sealed record Thresholds(int PassAt,
    IReadOnlyList<FailingGroup> ByFailing, IReadOnlyList<IntervalEstimate> WhenOneFails, IReadOnlyList<double> FailShare)
{
    internal static Thresholds Of(DriverData data, bool[] complete, DriverAnalysisOptions options)
    {
        var drivers = data.Drivers.Count;
        var failing = new FailingDrivers(data, complete, options);
        // Numbers failing from 0 to p, and the number of the driver that fails alone from 1 to p, read on one scale.
        var number = new Scale(0, drivers);
        var scale = new Scale(options.ScaleMinimum, options.ScaleMaximum);
        var (counts, overall, weightWhere) = ((Tabulation)null!, (ItemTabulation)null!, (double[][])null!);
        Parallel.Invoke(
            () => counts = Tabulation.Of(data.Design, [new Item(failing.Count, number), new Item(failing.Alone, number)]),
            () => overall = Tabulation.Of(data.Design, [new Item(failing.OverallOf(complete), scale)], failing.Groups())[0],
            () => weightWhere = failing.WeightWhereFailing());
        var (all, alone) = (counts[0].Overall, counts[1].Overall);
        IntervalEstimate Mean(Domain domain, double[] scores) => IntervalOf(domain, scores, options.Confidence);
        IntervalEstimate Share(Domain domain, double[] scores) => ShareOf(domain, scores, data.Design, options.Confidence);
        return new Thresholds(options.PassAt,
            [.. Enumerable.Range(0, drivers + 1).Select(k =>
            {
                var group = overall.Group(k);
                return new FailingGroup(k, group.Respondents, Share(all, number.Only(k)), Mean(group, scale.Scores()),
                    Share(group, scale.Top(scale.BestTwo)),
                    [.. weightWhere.Select(w => group.Weight > 0 ? w[k] / group.Weight : double.NaN)]);
            })],
            [.. Enumerable.Range(1, drivers).Select(j => Share(alone, number.Only(j)))],
            [.. weightWhere.Select(w => w.Sum() / all.Weight)]);
    }

    // Of a share, also where nobody or everybody is in it and its variance is zero: docs/methods/intervals.md.
    private static IntervalEstimate ShareOf(Domain domain, double[] scores, Design design, double confidence)
    {
        var share = domain.MeanOf(scores);
        if (domain.Respondents < 2 || ProportionInterval.Default(share, design, confidence) is not { } limits)
            return new IntervalEstimate(domain.PointOf(scores), double.NaN, double.NaN, double.NaN);
        return new IntervalEstimate(share.Value, share.StandardError, limits.Low, limits.High);
    }

    // One respondent carries no information about spread, whatever the linearised value (zero) says.
    private static IntervalEstimate IntervalOf(Domain domain, double[] scores, double confidence)
    {
        var estimate = domain.MeanOf(scores);
        return estimate.Suppressed is null && domain.Respondents > 1
            ? IntervalEstimate.Student(estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom, confidence)
            : new IntervalEstimate(domain.PointOf(scores), double.NaN, double.NaN, double.NaN);
    }
}
