namespace Cadran.Statistics.Estimation;

/// <summary>
/// Covariance of totals of linearised values over sampling units: with-replacement units within strata, times the finite-population
/// factor. v = sum_h (1-f_h) n_h/(n_h-1) sum_i (z_hi - zbar_h)(z_hi - zbar_h)'.
/// </summary>
/// <remarks>Products are added up raw, one unit or a stretch of rows at a time, and centred at the end: for residuals of a
/// fit, whose totals are near zero.</remarks>
internal sealed class UnitCovariance(Design design, Presence present, int terms)
{
    private readonly double[] scale =
        [.. Enumerable.Range(0, design.Strata).Select(h => StratumRule.Of(design, h))
        .Select(r => r.Use == StratumUse.OwnMean ? r.Factor : 0)];
    private readonly double[] sums = new double[design.Strata * terms];
    // Each stratum's products times its (1-f_h) n_h/(n_h-1), added up over strata.
    private readonly double[] products = new double[terms * (terms + 1) / 2];

    /// <summary>
    /// Adds units that are rows, one column per term: <paramref name="z"/> holds <paramref name="stride"/> places
    /// for each. Overwrites <paramref name="z"/>.
    /// </summary>
    public void Add(ReadOnlySpan<int> strata, Span<double> z, int stride)
    {
        for (var a = 0; a < terms; a++)
        {
            var column = z.Slice(a * stride, strata.Length);
            if (scale.Length == 1)
            {
                sums[a] += VectorLoops.Sum(column);
                VectorLoops.Multiply(column, Math.Sqrt(scale[0]));
                continue;
            }
            for (var i = 0; i < strata.Length; i++)
            {
                sums[(strata[i] * terms) + a] += column[i];
                column[i] *= Math.Sqrt(scale[strata[i]]);
            }
        }
        var at = 0;
        for (var a = 0; a < terms; a++)
            for (var b = a; b < terms; b++)
                products[at++] += VectorLoops.Dot(z.Slice(a * stride, strata.Length), z.Slice(b * stride, strata.Length));
    }

    /// <summary>Adds one unit's total. Units without rows in the analysis need no call: their total is zero.</summary>
    public void Add(int stratum, ReadOnlySpan<double> z)
    {
        var sum = sums.AsSpan(stratum * terms, terms);
        var factor = scale[stratum];
        var at = 0;
        for (var a = 0; a < z.Length; a++)
        {
            sum[a] += z[a];
            var left = factor * z[a];
            for (var b = a; b < z.Length; b++) products[at++] += left * z[b];
        }
    }

    public void Merge(UnitCovariance other)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += other.sums[i];
        for (var i = 0; i < products.Length; i++) products[i] += other.products[i];
    }

    /// <returns>NaN throughout when the design's policy refuses a lone unit, or no degrees of freedom are left.</returns>
    public double[,] Covariance()
    {
        var result = (double[])products.Clone();
        var grand = new double[terms];
        for (var i = 0; i < sums.Length; i++) grand[i % terms] += sums[i] / design.Clusters;
        var strata = new DomainStrata(design);
        for (var h = 0; h < scale.Length; h++)
        {
            Centre(result, h);
            if (present.ClustersInStratum[h] == 0) continue;
            var rule = strata.Enter(h, present.ClustersInStratum[h]);
            if (rule.Use == StratumUse.GrandMean) AddAbout(grand, result, h, rule.Factor);
        }
        return Unpack(result, strata.Finish().Factor);
    }

    private void Centre(double[] result, int h)
    {
        var at = 0;
        for (var a = 0; a < terms; a++)
            for (var b = a; b < terms; b++, at++)
                result[at] -= scale[h] * sums[(h * terms) + a] * sums[(h * terms) + b] / design.ClustersInStratum[h];
    }

    private void AddAbout(double[] centre, double[] result, int h, double factor)
    {
        var at = 0;
        for (var a = 0; a < terms; a++)
            for (var b = a; b < terms; b++)
                result[at++] += factor * (sums[(h * terms) + a] - centre[a]) * (sums[(h * terms) + b] - centre[b]);
    }

    private double[,] Unpack(double[] upper, double factor)
    {
        var square = new double[terms, terms];
        var at = 0;
        for (var a = 0; a < terms; a++)
            for (var b = a; b < terms; b++)
                square[a, b] = square[b, a] = factor * upper[at++];
        return square;
    }
}
