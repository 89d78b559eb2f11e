namespace Cadran.Statistics.Estimation;

/// <summary>Covariance matrix of estimates under a design, or the reason there is none.</summary>
/// <param name="Covariance">Square; NaN throughout when suppressed.</param>
/// <param name="DegreesOfFreedom">Clusters minus strata among the rows of the domain; infinite when the population was
/// taken whole.</param>
/// <param name="Suppressed">Why there is no covariance (a lone cluster, no degrees of freedom), or null.</param>
public sealed record LinearisedCovariance(double[,] Covariance, double DegreesOfFreedom, Suppression? Suppressed)
{
    /// <summary>
    /// Variance of Σ a·share when the estimates are shares. They add up to one, so a may be measured from any origin;
    /// <paramref name="centre"/> keeps it small.
    /// </summary>
    internal double VarianceOf(ReadOnlySpan<double> scores, double centre)
    {
        double sum = 0;
        for (var j = 0; j < scores.Length; j++)
        {
            double row = 0;
            for (var k = 0; k < scores.Length; k++) row += Covariance[j, k] * (scores[k] - centre);
            sum += row * (scores[j] - centre);
        }
        return Math.Max(0, sum);
    }
}
