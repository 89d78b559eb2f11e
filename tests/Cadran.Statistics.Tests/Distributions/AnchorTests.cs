using Cadran.Statistics.Distributions;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Distributions;

/// <summary>The anchors beyond the plain quantiles.</summary>
public class AnchorTests
{
    [Fact]
    public void Binomial_Cumulative()
    {
        Near(.5671583257071944, Binomial.Cumulative(28, 35, .8), 1e-12);
        Assert.Equal(0, Binomial.Cumulative(-1, 5, .5));
        Assert.Equal(1, Binomial.Cumulative(5, 5, .5));
        Near(1 / 32.0, Binomial.Cumulative(0, 5, .5), 1e-13);
    }

    // R 4.2.2 lgamma: the library's own, under every beta and t distribution here.
    [Theory]
    [InlineData(.5, .5723649429247001)]
    [InlineData(10.25, 13.36802367147605)]
    [InlineData(1e6, 12815504.56914761)]
    public void LogGamma(double x, double expected) => Near(expected, MathNet.Numerics.SpecialFunctions.GammaLn(x), 1e-14);

    [Fact]
    public void MultipleImputation_RubinAndBarnard()
    {
        double[] q = [1, 1.2, .9, 1.1, 1.3];
        var pooled = Cadran.Statistics.Estimation.MultipleImputation.Pool([.. q.Select(x => new Estimate(x, .2, 100, 101))]);
        Near(.025, pooled.Between, 1e-12);
        Near(.07, pooled.Estimate.Variance, 1e-12);
        Near(.75, pooled.RelativeIncrease, 1e-12);
        Near(.428571428571, pooled.Fraction, 1e-11);
        Near(21.7777777778, pooled.ClassicDegreesOfFreedom, 1e-11);
        Near(15.6826085923, pooled.Estimate.DegreesOfFreedom, 1e-11);
        // Observed-data degrees of freedom: what is left of the adjusted ones besides the classic.
        Near(56.0332871012, 1 / (1 / pooled.Estimate.DegreesOfFreedom - 1 / pooled.ClassicDegreesOfFreedom), 1e-10);
    }

    [Theory]
    [InlineData(12, 2.37260599981069342)]
    [InlineData(double.PositiveInfinity, 8.54525278110689435)]
    public void MultipleImputation_OfAFewRespondents(double complete, double expected)
    {
        // mice 3.15.0, pool.scalar(n = 13, k = 1) and (n = Inf): much is missing, and the complete sample is small or endless.
        double[] values = [68.1, 70.4, 69.2, 66.9, 71.3], errors = [1.2, 1.5, 1.1, 1.4, 1.3];
        var pooled =
            Cadran.Statistics.Estimation.MultipleImputation.Pool([.. values.Zip(errors, (v, e) => new Estimate(v, e, complete, 13))]);
        Near(69.18, pooled.Estimate.Value, 1e-12);
        Near(5.414399999999997, pooled.Estimate.Variance, 1e-12);
        Near(3.087, pooled.Between, 1e-12);
        Near(2.166315789473682, pooled.RelativeIncrease, 1e-12);
        Near(expected, pooled.Estimate.DegreesOfFreedom, 1e-12);
    }
}
