using Cadran.Statistics.Estimation;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// A driver's share of R² with every kind of interval, and, if margins are given, with raking repeated inside every replicate.
/// </summary>
/// <param name="Share">LMG share of R², in [0, 1]; from the raked weights when there are margins.</param>
/// <param name="StandardError">Deviation of the bootstrap replicates; NaN without.</param>
/// <param name="JackknifeError">From leaving out one cluster at a time: no chance in it; NaN when a stratum has one cluster and the policy
/// refuses, or a deletion empties a margin.</param>
/// <param name="Percentile">Percentile limits, as in <see cref="DriverImportance"/>; null without replicates or with too few units.</param>
/// <param name="Accelerated">BCa limits, widened for few degrees of freedom in the same way; null where they cannot be had.</param>
/// <param name="Acceleration">Skewness of the share over clusters, usually within ±0.1; NaN as <paramref name="JackknifeError"/>.</param>
/// <param name="RankLow">Best rank at the confidence level.</param>
/// <param name="RankHigh">Worst rank.</param>
public sealed record ImportanceInterval(double Share, double StandardError, double JackknifeError, Interval? Percentile,
    Interval? Accelerated, double Acceleration, int RankLow, int RankHigh)
{
    /// <summary>
    /// Intervals for every driver, or an empty list where <see cref="DriverAnalysis"/> would suppress the analysis (too few
    /// complete cases, nothing varies or is explained).
    /// </summary>
    /// <param name="data">Ratings and the sample; complete cases count, all rows are raked.</param>
    /// <param name="options">Scale, replicates, seed, confidence: without margins the replicates, and how many are run,
    /// are those of <see cref="DriverAnalysis.Run"/>.</param>
    /// <param name="margins">Populations that the weights meet in every replicate. The design may be raked to them
    /// already or not: the result is the same.</param>
    /// <remarks>Costs clusters + replicates times 2^p subsets. Clusters above 2,048 are dealt into random groups first. A
    /// replicate in which a category empties, or raking fails, is left out. Oracle: shares, acceleration and jackknife errors with and
    /// without raking, R (Golden/bca.R), 1e-8.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">No driver or more than
    /// <see cref="RelativeImportance.MaximumDrivers"/>; a rating outside the scale.</exception>
    /// <exception cref="WeightingException">Margins that the full sample cannot meet.</exception>
    public static IReadOnlyList<ImportanceInterval> Of(
        DriverData data, DriverAnalysisOptions? options = null, IReadOnlyList<Margin>? margins = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Check();
        options ??= new();
        options.Check(data.Drivers.Count);
        var p = data.Drivers.Count;
        if (p is < 1 or > RelativeImportance.MaximumDrivers)
            throw new ArgumentOutOfRangeException(
                nameof(data), p, $"Between 1 and {RelativeImportance.MaximumDrivers} drivers can be resampled here.");
        var complete = data.CompleteRows(options.ScaleMinimum, options.ScaleMaximum);
        if (complete.Count(c => c) < p + 2) return [];
        // The weights that count are those that meet the margins: by them units are told apart, whatever weights the design starts from.
        var weighted = margins is { Count: > 0 } ? data.With(Raking.Apply(data.Design, margins)) : data;
        var content = DriverContent.Of(weighted, complete);
        for (var m = 0; m < (margins?.Count ?? 0); m++) RowContent.AddCategories(content, margins![m].Variable.Codes, p + 1 + m);
        var groups = RandomGroups.Deal(weighted.Design, content, options.Seed);
        var raking = margins is { Count: > 0 } ? new RakedTables(data.Design, margins, groups) : null;
        var cross = CrossProducts.Build(
            data, complete, raking?.TableOfRow ?? groups.GroupOfRow, raking?.Count ?? groups.Count, options.MiddleOfScale);
        var sample = new ImportanceResampling(cross, groups, data.Design, p, options.Seed, raking);
        if (sample.Shares() is not { } point) return [];

        var drawn = sample.Bootstrap(options.Replicates);
        var units = new FewUnits(new Presence(data.Design, complete), options.Confidence);
        var bootstrap = drawn.For(units, point, new double[p]);
        var jackknife = Refused(data.Design, complete) ? null : sample.Jackknife();
        var ranks = new RankTable(point, bootstrap);
        var result = new ImportanceInterval[p];
        for (var j = 0; j < p; j++)
        {
            var draws = drawn.Shares[j];
            var (error, influence) = jackknife?.Of(j) ?? (double.NaN, []);
            var acceleration = AcceleratedInterval.Acceleration(influence);
            var percentile = units.Widen(IntervalEstimate.Percentile(point[j], draws, options.Confidence));
            var (best, worst) = ranks.Range(j, options.Confidence);
            result[j] =
                new(point[j], percentile.StandardError, error,
                double.IsNaN(percentile.Low) ? null : new Interval(Math.Max(0, percentile.Low), Math.Min(1, percentile.High)),
                units.Widen(point[j], AcceleratedInterval.Limits(point[j], draws, acceleration, options.Confidence)), acceleration, best,
                worst);
        }
        return result;
    }

    private static bool Refused(Design design, bool[] complete)
    {
        var present = new Presence(design, complete);
        return Enumerable.Range(0, design.Strata)
            .Any(h => present.ClustersInStratum[h] > 0 && StratumRule.Of(design, h).Use == StratumUse.Refuse);
    }
}
