using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

public sealed class ChangeTests
{
    [Fact]
    public void Overlap_SharesCorrelated()
    {
        // .70 of 800 against .76 of 900, 400 people in both, phi .5.
        double v1 = .7 * .3 / 800, v2 = .76 * .24 / 900;
        var from = new Estimate(.70, Math.Sqrt(v1), double.PositiveInfinity, 800);
        var to = new Estimate(.76, Math.Sqrt(v2), double.PositiveInfinity, 900);
        var covariance = Change.OverlapCovariance(400, 800, 900, .5 * Math.Sqrt(.7 * .3 * .76 * .24));
        var expected = Values("misc_R.json").Numbers("overlap");
        Near(expected[1], Change.Independent(from, to).Difference.StandardError, 1e-12);
        var change = Change.Overlapping(from, to, covariance);
        Near(expected[0], change.Difference.Value, 1e-12);
        Near(expected[2], change.Difference.StandardError, 1e-12);
        Near(expected[3], change.T, 1e-12);
        // Two variables cannot vary together by more than the product of their errors, either way.
        var most = from.StandardError * to.StandardError;
        Assert.Throws<ArgumentOutOfRangeException>(() => Change.Overlapping(from, to, 1.001 * most));
        Assert.Throws<ArgumentOutOfRangeException>(() => Change.Overlapping(from, to, -1.001 * most));
        Near(from.StandardError + to.StandardError, Change.Overlapping(from, to, -most).Difference.StandardError, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Change.OverlapCovariance(0, 0, 5, 1));
    }

    [Fact]
    public void Independent_OfTinyErrors_AndWithoutDegreesOfFreedom()
    {
        Estimate E(double value, double error, double df) => new(value, error, df, 50);
        // Fourth powers of 1e-90 are zero in doubles; the degrees of freedom do not depend on the unit.
        var ordinary = Change.Independent(E(1, 1, 7), E(2, 2, 11)).Difference;
        var tiny = Change.Independent(E(1, 1e-90, 7), E(2, 2e-90, 11)).Difference;
        Near(25 / (1 / 7.0 + 16 / 11.0), ordinary.DegreesOfFreedom, 1e-12);
        Near(ordinary.DegreesOfFreedom, tiny.DegreesOfFreedom, 1e-12);
        Near(ordinary.StandardError * 1e-90, tiny.StandardError, 1e-12);
        Assert.Equal(SuppressionReason.NoDegreesOfFreedom, Change.Independent(E(1, 1, 0), E(2, 1, 9)).Difference.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.NoDegreesOfFreedom, Equivalence.Of(E(1, 1, 0), 2).Suppressed!.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => Change.Detectable(1, 10, level: .9, power: .01));
        Assert.Throws<ArgumentOutOfRangeException>(() => Change.Detectable(-1, 10));
    }
}
