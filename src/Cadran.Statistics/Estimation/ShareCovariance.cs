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

/// <summary>Sums stratum after stratum the outer products of its clusters' contributions.</summary>
internal sealed class ShareCovarianceSum(Design design, int points)
{
    private int clusters, strata, usable;
    private Suppression? problem;

    /// <summary>The sum so far, lower triangle.</summary>
    public double[,] Matrix { get; } = new double[points, points];

    /// <summary>Takes note of a stratum with clusters in the domain.</summary>
    /// <param name="present">Clusters of the stratum in the domain.</param>
    /// <returns>By what its outer products Σ(z−c)(z−c)′ over all its clusters are multiplied; 0 when they do not count. The centre c is the mean, and
    /// zero for a lone cluster: contributions to shares add up to zero over the whole domain.</returns>
    public double Enter(int stratum, int present)
    {
        clusters += present;
        strata++;
        usable++;
        var rule = StratumRule.Of(design, stratum);
        if (rule.Use == StratumUse.LikeTheOthers) usable--;
        if (rule.Use == StratumUse.Refuse) problem ??= StratumRule.Refusal(design, stratum);
        return rule.Factor;
    }

    public ShareCovariance Finish()
    {
        var (factor, df, thin) = StratumRule.Finish(clusters, strata, usable);
        for (int j = 0; j < points; j++)
            for (int k = 0; k <= j; k++) Matrix[j, k] = Matrix[k, j] = Matrix[j, k] * factor;
        return new(Matrix, df, problem ?? thin);
    }
}
