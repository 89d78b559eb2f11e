using Cadran.Statistics.Comparison;
using Cadran.Statistics.Distributions;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Distributions;

/// <summary>Oracle: the χ² distribution averaged over the normal by Simpson's rule, in another language; 1e-9. Shifts of 80 % power agree
/// with published tables: 16.3 at 1 degree of freedom, 4.26 at 3, 3.11 at 10, 2.80 in the limit.</summary>
public class NoncentralTTests
{
    [Theory]
    [InlineData(1, 16.33400886992107)]
    [InlineData(2, 5.65348926640562)]
    [InlineData(3, 4.255898820740027)]
    [InlineData(4, 3.761060261004328)]
    [InlineData(10, 3.109971040834073)]
    [InlineData(45, 2.8631740816977533)]
    [InlineData(double.PositiveInfinity, 2.801585218112968)]
    public void Detectable_IsTheShiftOf80PercentPower(double df, double errors)
    {
        Near(errors, Change.Detectable(1, df), 1e-8);
        Near(2.5 * errors, Change.Detectable(2.5, df), 1e-8);
        Near(.8, NoncentralT.Upper(StudentT.Quantile(.975, df), df, errors), 1e-9);
    }

    [Fact]
    public void Detectable_OfAnotherLevelAndPower()
    {
        Near(3.9282083806962618, Change.Detectable(1, 3, level: .1, power: .9), 1e-8);
        // The normal sum, which used to be shown, is found in 48 % of samples with 3 degrees of freedom.
        Near(.48328725670122655, NoncentralT.Upper(StudentT.Quantile(.975, 3), 3, 2.801585218), 1e-9);
    }

    [Fact]
    public void Limits()
    {
        // Without a shift it is Student's t, with many degrees of freedom the normal.
        foreach (var df in new[] { .7, 1, 5, 200.5 })
            foreach (var t in new[] { -3, 0, .5, 12 })
                Near(StudentT.Upper(t, df), NoncentralT.Upper(t, df, 0), 1e-9);
        Near(Normal.Upper(-.5), NoncentralT.Upper(1, 1e9, 1.5), 1e-12);
        Near(NoncentralT.Upper(1, 1e6 - 1, 1.5), NoncentralT.Upper(1, 1e6, 1.5), 1e-5);
        Assert.True(double.IsNaN(NoncentralT.Upper(1, 0, 1)));
        Assert.True(double.IsNaN(NoncentralT.Upper(double.NaN, 3, 1)));
        Assert.True(double.IsNaN(Change.Detectable(0, 3)));
        Assert.True(double.IsNaN(Change.Detectable(double.NaN, 3)));
        Assert.True(double.IsNaN(Change.Detectable(1, 0)));
    }
}
