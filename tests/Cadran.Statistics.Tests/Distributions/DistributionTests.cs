using Cadran.Statistics.Distributions;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Distributions;

/// <summary>Special functions against R 4.2.2 (qnorm, qt, qbeta, pf, pchisq).</summary>
public class DistributionTests
{
    [Theory]
    [InlineData(.975, 1.959963984540054)]
    [InlineData(.995, 2.5758293035489)]
    [InlineData(.999, 3.090232306167813)]
    [InlineData(.025, -1.959963984540054)]
    [InlineData(1e-10, -6.361340902404056)]
    public void Normal_Quantile(double p, double expected) => Near(expected, Normal.Quantile(p), 1e-13);

    [Theory]
    [InlineData(2, 4.302652729749462)]
    [InlineData(14, 2.144786687917804)]
    [InlineData(39, 2.02269092003676)]
    [InlineData(45, 2.014103388880847)]
    [InlineData(197, 1.972079033778501)]
    public void StudentT_Quantile(double df, double expected)
    {
        Near(expected, StudentT.Quantile(.975, df), 1e-12);
        Near(-expected, StudentT.Quantile(.025, df), 1e-12);
        Near(.05, StudentT.TwoSided(expected, df), 1e-12);
    }

    [Fact]
    public void StudentT_ExtremeDegreesOfFreedom_AgreeWithKnownLimits()
    {
        Near(Math.Tan(Math.PI * .475), StudentT.Quantile(.975, 1), 1e-12);
        Near(Normal.Quantile(.975), StudentT.Quantile(.975, 1e9), 1e-8);
        Near(Normal.Quantile(.975), StudentT.Quantile(.975, double.PositiveInfinity), 1e-15);
        Assert.Equal(0, StudentT.Quantile(.5, 7), 12);
    }

    [Theory]
    [InlineData(.025, .5, 20.5, 2.424647845924273e-05)]
    [InlineData(.025, 2.5, 7.5, .04930192297659405)]
    [InlineData(.025, 18.4, 301.2, .03480495060097631)]
    [InlineData(.975, .5, 20.5, .1166389829048754)]
    [InlineData(.975, 2.5, 7.5, .5438244331193475)]
    [InlineData(.975, 18.4, 301.2, .08556705370280182)]
    public void Beta_Quantile(double p, double a, double b, double expected) => Near(expected, BetaDistribution.Quantile(p, a, b), 1e-11);

    [Fact]
    public void Beta_MillionsOfTrials_InvertsItself()
    {
        var x = BetaDistribution.Quantile(.975, 650_000.5, 350_000.25);
        Near(.975, BetaDistribution.Cumulative(x, 650_000.5, 350_000.25), 1e-11);
        Near(.6509345705386012, x, 1e-11);
    }

    [Fact]
    public void FisherF_FractionalDegreesOfFreedom() =>
        Near(.02174746237079581, FisherF.Upper(5.1933695414749, 1.4946397777075, 20.9249568879044), 1e-11);

    // R 4.2.2: pf(2, Inf, 5, lower.tail = FALSE); 2·pt(-1e200, .01); pt(1e160, .02, lower.tail = FALSE); qt(.975, .02).
    [Fact]
    public void FarOut_WhereSquaresOverflow()
    {
        Near(.2235049288766773, FisherF.Upper(2, double.PositiveInfinity, 5), 1e-11);
        Near(.009705265715117392, StudentT.TwoSided(1e200, .01), 1e-11);
        Near(.0002992472134814182, StudentT.Upper(1e160, .02), 1e-11);
        Near(8.026113906396582e63, StudentT.Quantile(.975, .02), 1e-11);
        Assert.Equal(0, ChiSquared.Upper(double.PositiveInfinity, 3));
    }

    [Fact]
    public void ChiSquared_Upper() => Near(.05004352124870522, ChiSquared.Upper(3.84, 1), 1e-12);
}
