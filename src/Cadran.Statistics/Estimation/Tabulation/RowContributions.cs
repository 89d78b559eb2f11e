namespace Cadran.Statistics.Estimation;

internal sealed class RowContributions(Design design, double[] influence, bool[] domain) : Contributions
{
    private readonly double[] influence = influence;
    private readonly bool[] domain = domain;

    public override (double Variance, double DegreesOfFreedom, Suppression? Problem) Variance()
    {
        var v = Linearisation.Covariance(design, [influence], domain);
        return (v.Covariance[0, 0], v.DegreesOfFreedom, v.Suppressed);
    }

    public override Contributions Minus(Contributions other)
    {
        var o = (RowContributions)other;
        return new RowContributions(design, [.. influence.Zip(o.influence, (a, b) => a - b)], [.. domain.Zip(o.domain, (a, b) => a || b)]);
    }
}
