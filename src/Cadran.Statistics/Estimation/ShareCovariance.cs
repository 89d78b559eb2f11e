namespace Cadran.Statistics.Estimation;

/// <summary>Covariance matrix of the shares of all values in a domain, from which the error of any score of the values follows.</summary>
internal sealed record ShareCovariance(double[,] Matrix, int DegreesOfFreedom, Suppression? Problem)
{
    /// <summary>Variance of Σ a·share. Shares add up to one, so a may be measured from any origin; <paramref name="centre"/> keeps it small.</summary>
    public double Of(ReadOnlySpan<double> scores, double centre)
    {
        double sum = 0;
        for (int j = 0; j < scores.Length; j++)
        {
            double row = 0;
            for (int k = 0; k < scores.Length; k++) row += Matrix[j, k] * (scores[k] - centre);
            sum += row * (scores[j] - centre);
        }
        return Math.Max(0, sum);
    }
}

/// <summary>Sums stratum after stratum; each is handed over as its clusters' total, and sum of outer products.</summary>
internal sealed class ShareCovarianceSum(Design design, int points)
{
    private readonly double[,] matrix = new double[points, points];
    private int clusters, strata, usable;
    private Suppression? problem;

    /// <param name="present">Clusters of the stratum in the domain; a stratum without any is not called.</param>
    /// <param name="sum">Σz by value.</param>
    /// <param name="products">Σ(z−c)(z−c)′ over all clusters of the stratum for the centre c, lower triangle: its mean, or zero as the rule says.</param>
    public void Add(int stratum, int present, Func<double[]> sum, Action<double[], double[,], double> products)
    {
        clusters += present;
        strata++;
        usable++;
        var rule = StratumRule.Of(design, stratum);
        switch (rule.Use)
        {
            case StratumUse.Nothing: return;
            case StratumUse.LikeTheOthers: usable--; return;
            case StratumUse.Refuse: problem ??= StratumRule.Refusal(design, stratum); return;
            // The shares' contributions add up to zero over the whole domain: the grand mean is zero.
            case StratumUse.GrandMean: products(new double[points], matrix, rule.Factor); return;
        }
        var centre = sum();
        for (int v = 0; v < points; v++) centre[v] /= design.ClustersInStratum[stratum];
        products(centre, matrix, rule.Factor);
    }

    public ShareCovariance Finish()
    {
        var (factor, df, thin) = StratumRule.Finish(clusters, strata, usable);
        for (int j = 0; j < points; j++)
            for (int k = 0; k <= j; k++) matrix[j, k] = matrix[k, j] = matrix[j, k] * factor;
        return new(matrix, df, problem ?? thin);
    }
}
