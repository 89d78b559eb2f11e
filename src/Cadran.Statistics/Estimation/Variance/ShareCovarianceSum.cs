namespace Cadran.Statistics.Estimation;

/// <summary>
/// Covariance of the shares of all values in a domain: sums stratum after stratum the outer products
/// of its clusters' contributions.
/// </summary>
internal sealed class ShareCovarianceSum(Design design, int points)
{
    private readonly DomainStrata strata = new(design);

    /// <summary>The sum so far, lower triangle.</summary>
    public double[,] Matrix { get; } = new double[points, points];

    /// <summary>Takes note of a stratum with clusters in the domain.</summary>
    /// <param name="present">Clusters of the stratum in the domain.</param>
    /// <returns>By what its outer products Σ(z−c)(z−c)′ over all its clusters are multiplied; 0 when they do not count. The centre
    /// c is the mean, and zero for a lone cluster: contributions to shares add up to zero over the whole domain.</returns>
    public double Enter(int stratum, int present) => strata.Enter(stratum, present).Factor;

    public LinearisedCovariance Finish()
    {
        var (factor, df, problem) = strata.Finish();
        for (var j = 0; j < points; j++)
            for (var k = 0; k <= j; k++) Matrix[j, k] = Matrix[k, j] = Matrix[j, k] * factor;
        return new(Matrix, df, problem);
    }
}
