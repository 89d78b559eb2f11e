namespace Cadran.Statistics.Estimation;

/// <summary>Taylor linearisation from the rows: any smooth estimate whose influence value per row is known.</summary>
/// <remarks>The influence of row k on an estimate is its derivative with respect to the row's weight: y−mean over Σw for a mean,
/// y for a total, A⁻¹·x·residual for a regression. Variance is Σ over strata of (1−f)·n/(n−1)·Σ(z−z̄)² over cluster totals
/// z of weight × influence, plus f times the same within clusters for a two-stage design. Calibrated weights: influence
/// is replaced by its calibration residual. Source: Särndal, Swensson and Wretman (1992) ch. 4–6; Binder (1983). Oracle:
/// R survey 4.1 <c>svyrecvar</c>.</remarks>
public static class Linearisation
{
    /// <summary>Covariance of several estimates.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="influence">One column per estimate, one value per row, before weights; zero outside the domain.</param>
    /// <param name="domain">Rows the estimates are about, all when null; decides lone clusters and degrees of freedom.</param>
    /// <returns>NaN where an influence is NaN or its square overflows.</returns>
    /// <exception cref="ArgumentException">Columns of another length.</exception>
    public static LinearisedCovariance Covariance(Design design, IReadOnlyList<double[]> influence, bool[]? domain = null)
    {
        var p = influence.Count;
        foreach (var column in influence)
            if (column.Length != design.Rows)
                throw new ArgumentException($"{column.Length} influence values for {design.Rows} rows.", nameof(influence));
        if (domain is not null && domain.Length != design.Rows)
            throw new ArgumentException($"A domain of {domain.Length} rows for {design.Rows}.", nameof(domain));
        var weighted = new double[p][];
        for (var j = 0; j < p; j++)
        {
            var z = (double[])influence[j].Clone();
            design.Calibration?.TakeOut(z);
            if (design.WeightArray is { } w) for (var i = 0; i < z.Length; i++) z[i] *= w[i];
            weighted[j] = z;
        }
        var firstStage = SumByCluster(weighted, design.ClusterOfRow, design.Clusters);
        var stratumOfCluster = design.ClusterOfRow is null ? design.StratumOfRow : design.StratumOfCluster;
        var present = new Presence(design, domain);
        var df = present.IsCensus ? double.PositiveInfinity : present.DegreesOfFreedom;
        var stage = new StageVariance(p, design.Policy);
        var problem =
            stage.Add(firstStage, stratumOfCluster, design.ClustersInStratum, design.UnsampledInStratum, _ => 1,
            Array.ConvertAll(present.ClustersInStratum, n => n > 0), h => StratumRule.Refusal(design, h));
        if (problem is null && design.Second is { } second)
        {
            var units = SumByCluster(weighted, second.UnitOfRow, second.ClusterOfUnit.Length);
            problem =
                stage.Add(units, second.ClusterOfUnit, second.UnitsInCluster, second.UnsampledInCluster,
                c => 1 - design.UnsampledInStratum[design.StratumOfCluster[c]],
                present.Clusters, c => new(SuppressionReason.LoneCluster, $"a first-stage cluster (number {c}) has one second-stage unit"));
        }
        if (problem is null && df <= 0) problem = new(SuppressionReason.NoDegreesOfFreedom, $"{df} degrees of freedom");
        if (problem is not null)
        {
            for (var j = 0; j < p; j++) for (var k = 0; k < p; k++) stage.Sum[j, k] = double.NaN;
            return new(stage.Sum, 0, problem);
        }
        return new(stage.Sum, df, null);
    }

    /// <summary>An estimate from its value and influence; suppressed as undefined when either is not finite.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="value">The estimate itself.</param>
    /// <param name="influence">One value per row, before weights; zero outside the domain.</param>
    /// <param name="respondents">People behind it, unweighted.</param>
    /// <param name="domain">Rows the estimate is about, all when null; decides lone clusters and degrees of freedom.</param>
    public static Estimate Of(Design design, double value, double[] influence, int respondents, bool[]? domain = null)
    {
        var v = Covariance(design, [influence], domain);
        if (v.Suppressed is null && !double.IsFinite(value + v.Covariance[0, 0]))
            return Estimate.Withheld(SuppressionReason.Undefined, respondents, "a value or its error is not finite");
        return v.Suppressed is null
            ? new(value, Math.Sqrt(Math.Max(0, v.Covariance[0, 0])), v.DegreesOfFreedom, respondents)
            : Estimate.Withheld(v.Suppressed, respondents);
    }

    private static double[][] SumByCluster(double[][] rows, int[]? clusterOfRow, int clusters)
    {
        if (clusterOfRow is null) return rows;
        return [.. rows.Select(z =>
        {
            var sums = new double[clusters];
            for (var i = 0; i < z.Length; i++) sums[clusterOfRow[i]] += z[i];
            return sums;
        })];
    }
}
