namespace Cadran.Statistics.Estimation;

/// <summary>What each sampled unit adds to a linearised estimate: enough for its variance, and for that of a difference.</summary>
internal abstract class Contributions
{
    /// <summary>Variance and degrees of freedom, or the reason there are none.</summary>
    public abstract (double Variance, double DegreesOfFreedom, Suppression? Problem) Variance();

    /// <summary>Contributions of the difference of two estimates from the same sample, so that shared clusters give covariance.</summary>
    public abstract Contributions Minus(Contributions other);
}
