namespace Cadran.Statistics.Replication;

/// <summary>
/// Replicate weights: the sample as if other clusters had been drawn. Any statistic that can be computed from
/// weights gets an error.
/// </summary>
/// <remarks>A replicate is one factor per first-stage cluster (per row without clusters), so that totals by cluster are summed
/// once and replicates never touch the rows. Variance is Σ c·(replicate − centre)². Source: Wolter (2007); Rao and Wu (1988).
/// Oracle: R survey 4.1 <c>as.svrepdesign</c>.</remarks>
public sealed partial class Replicates
{
    private readonly double[][] factors;
    private readonly double[] scales;
    private readonly Suppression? problem;

    private Replicates(Design design, double[][] factors, double[] scales, int degreesOfFreedom, Suppression? problem)
    {
        Design = design;
        this.factors = factors;
        this.scales = scales;
        this.problem = problem ?? (degreesOfFreedom > 0 ? null : new(SuppressionReason.NoDegreesOfFreedom));
        DegreesOfFreedom = degreesOfFreedom;
    }

    /// <summary>The sample the replicates are of.</summary>
    public Design Design { get; }
    /// <summary>Replicates.</summary>
    public int Count => factors.Length;
    /// <summary>
    /// Rank of the replicate weights minus one, as the method fixes it: clusters minus strata, or fewer when
    /// there are fewer replicates.
    /// </summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Factor of each cluster in a replicate.</summary>
    /// <param name="replicate">From 0.</param>
    public ReadOnlySpan<double> Factors(int replicate) => (uint)replicate < (uint)Count ? factors[replicate]
        : throw new ArgumentOutOfRangeException(nameof(replicate), replicate, $"There are {Count} replicates.");

    /// <summary>Row weights of a replicate: design weight times its cluster's factor.</summary>
    /// <param name="replicate">From 0.</param>
    public double[] Weights(int replicate)
    {
        var weights = new double[Design.Rows];
        var ofUnit = Factors(replicate);
        for (var i = 0; i < weights.Length; i++) weights[i] = Design.Weight(i) * ofUnit[Design.UnitOf(i)];
        return weights;
    }

    /// <summary>Weighted mean of the rows with a value (NaN is none), in the domain.</summary>
    /// <param name="values">NaN for no value.</param>
    /// <param name="domain">Rows the estimate is about, all when null.</param>
    /// <param name="aroundEstimate">Deviations from the full-sample estimate; otherwise from the replicates' mean, R's default.</param>
    public Estimate Mean(ReadOnlySpan<double> values, bool[]? domain = null, bool aroundEstimate = false)
    {
        var one = new double[values.Length];
        for (var i = 0; i < one.Length; i++) one[i] = double.IsNaN(values[i]) ? double.NaN : 1;
        return Ratio(values, one, domain, aroundEstimate);
    }

    /// <summary>Ratio of two weighted totals.</summary>
    /// <param name="numerator">NaN for no value.</param>
    /// <param name="denominator">NaN for no value.</param>
    /// <param name="domain">Rows the estimate is about, all when null.</param>
    /// <param name="aroundEstimate">Deviations from the full-sample estimate; otherwise from the replicates' mean, R's default.</param>
    public Estimate Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, bool[]? domain = null,
        bool aroundEstimate = false)
    {
        var rows = Estimation.Numeric.Present(
            Design, numerator, Estimation.Numeric.Present(Design, denominator, domain, out _), out var respondents);
        if (Thin(rows, respondents) is { } thin) return thin;
        double sum = 0, size = 0;
        for (var i = 0; i < rows.Length; i++)
            if (rows[i]) { sum += Design.Weight(i) * denominator[i]; size += Design.Weight(i) * Math.Abs(denominator[i]); }
        if (Estimation.Numeric.IsNothing(sum, size))
            return Estimate.Withheld(SuppressionReason.Undefined, respondents, "the denominator is zero");
        return OfTotals([Totals(numerator, rows), Totals(denominator, rows)], t => t[0] / t[1], respondents, aroundEstimate);
    }

    /// <summary>Weighted total.</summary>
    /// <param name="values">NaN for no value.</param>
    /// <param name="domain">Rows the estimate is about, all when null.</param>
    /// <param name="aroundEstimate">Deviations from the full-sample estimate; otherwise from the replicates' mean, R's default.</param>
    public Estimate Total(ReadOnlySpan<double> values, bool[]? domain = null, bool aroundEstimate = false)
    {
        var rows = Estimation.Numeric.Present(Design, values, domain, out var respondents);
        if (Thin(rows, respondents) is { } thin) return thin;
        return OfTotals([Totals(values, rows)], t => t[0], respondents, aroundEstimate);
    }

    /// <summary>Any function of weighted totals.</summary>
    /// <param name="clusterTotals">One column per total, its weighted sum in each cluster.</param>
    /// <param name="statistic">From the totals of a replicate to the estimate; called once per replicate.</param>
    /// <param name="respondents">People behind the estimate, unweighted.</param>
    /// <param name="aroundEstimate">Deviations from the full-sample estimate; otherwise from the replicates' mean, R's default.</param>
    public Estimate OfTotals(double[][] clusterTotals, Func<double[], double> statistic, int respondents, bool aroundEstimate = false)
    {
        foreach (var column in clusterTotals)
            if (column.Length != Design.Clusters)
                throw new ArgumentException($"A column of {column.Length} totals for {Design.Clusters} clusters.", nameof(clusterTotals));
        var totals = new double[clusterTotals.Length];
        for (var k = 0; k < totals.Length; k++) totals[k] = clusterTotals[k].Sum();
        var estimate = statistic(totals);
        var replicates = new double[Count];
        for (var r = 0; r < Count; r++)
        {
            var f = factors[r];
            for (var k = 0; k < totals.Length; k++)
            {
                double sum = 0;
                var column = clusterTotals[k];
                for (var c = 0; c < f.Length; c++) sum += f[c] * column[c];
                totals[k] = sum;
            }
            replicates[r] = statistic(totals);
        }
        return Finish(estimate, replicates, respondents, aroundEstimate);
    }

    /// <summary>
    /// Any statistic of a weighted sample, worked out afresh with each replicate's weights: raking inside
    /// every replicate goes here.
    /// </summary>
    /// <param name="statistic">From a design with a replicate's weights to the estimate; called once per replicate.</param>
    /// <param name="respondents">People behind the estimate, unweighted.</param>
    /// <param name="aroundEstimate">Deviations from the full-sample estimate; otherwise from the replicates' mean, R's default.</param>
    public Estimate OfDesigns(Func<Design, double> statistic, int respondents, bool aroundEstimate = false)
    {
        var replicates = new double[Count];
        Cores.For(0, Count, r => replicates[r] = statistic(Design.WithWeights(Weights(r))));
        return Finish(statistic(Design), replicates, respondents, aroundEstimate);
    }

    private Estimate Finish(double estimate, double[] replicates, int respondents, bool aroundEstimate)
    {
        if (problem is { } why) return Estimate.Withheld(why, respondents);
        if (!double.IsFinite(estimate)) return Estimate.Withheld(SuppressionReason.Undefined, respondents);
        double mean = 0, sum = 0;
        foreach (var x in replicates) mean += x / replicates.Length;
        var centre = aroundEstimate ? estimate : mean;
        for (var r = 0; r < replicates.Length; r++) sum += scales[r] * (replicates[r] - centre) * (replicates[r] - centre);
        return double.IsFinite(sum) ? new(estimate, Math.Sqrt(sum), DegreesOfFreedom, respondents)
            : Estimate.Withheld(SuppressionReason.Undefined, respondents, "a replicate has no respondent");
    }

    /// <summary>As for the linearised error: nobody, nobody with weight, or as many strata as clusters.</summary>
    private Estimate? Thin(bool[] rows, int respondents) =>
        Estimation.Numeric.Thin(Design, rows, respondents)
            ?? (problem is null && Design.DegreesOfFreedomOf(i => rows[i]) <= 0
            ? Estimate.Withheld(SuppressionReason.NoDegreesOfFreedom, respondents) : null);

    private double[] Totals(ReadOnlySpan<double> values, bool[] rows)
    {
        var totals = new double[Design.Clusters];
        for (var i = 0; i < values.Length; i++) if (rows[i]) totals[Design.UnitOf(i)] += Design.Weight(i) * values[i];
        return totals;
    }
}
