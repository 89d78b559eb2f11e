using Cadran.Statistics.Comparison;
using Cadran.Statistics.Distributions;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests.Distributions;

/// <summary>
/// Distributions outside their parameters, and suppressed estimates handed on: the last paragraph of docs/methods/edge-input.md.
/// </summary>
public class DistributionEdgeTests
{
    [Fact]
    public void FunctionsOfAValue_AreNaN_ForParametersThatCannotBe()
    {
        Assert.True(double.IsNaN(StudentT.TwoSided(1, 0)));
        Assert.True(double.IsNaN(StudentT.TwoSided(double.NaN, 5)));
        Assert.True(double.IsNaN(FisherF.Upper(1, 0, 5)));
        Assert.True(double.IsNaN(FisherF.Upper(1, 5, -1)));
        Assert.True(double.IsNaN(ChiSquared.Upper(1, 0)));
        Assert.True(double.IsNaN(BetaDistribution.Cumulative(.5, 0, 1)));
        Assert.True(double.IsNaN(Normal.TwoSided(double.NaN)));
        Assert.True(double.IsNaN(Binomial.Cumulative(3, -1, .5)));
        Assert.Throws<ArgumentException>(() => QuadraticForm.Upper(3, [1, 2], 0));
    }

    [Fact]
    public void FunctionsOfAValue_AtTheirEnds()
    {
        Assert.Equal(0, StudentT.TwoSided(double.PositiveInfinity, 5));
        Assert.Equal(1, FisherF.Upper(0, 2, 5));
        Assert.Equal(1, ChiSquared.Upper(-1, 2));
        Assert.Equal(double.NegativeInfinity, Normal.Quantile(0));
        Assert.Equal(double.PositiveInfinity, StudentT.Quantile(1, 7));
        Assert.Equal(0, BetaDistribution.Quantile(.3, 0, 2));
        Assert.Equal(1, BetaDistribution.Quantile(.3, 2, 0));
        Assert.Equal(Normal.Quantile(.975), StudentT.Quantile(.975, double.PositiveInfinity));
    }

    [Fact]
    public void Quantiles_Throw_ForWhatCannotBe()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Quantile(-.1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Quantile(.5, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.Cumulative(1, 2, 1.5));
    }

    [Fact]
    public void SuppressedEstimates_HandOnTheirReason()
    {
        var withheld = Estimate.Withheld(SuppressionReason.LoneCluster, 40, "stratum 3 has one cluster");
        var good = new Estimate(3, .2, 30, 200);
        Assert.Equal(withheld.Suppressed, Change.Independent(good, withheld).Difference.Suppressed);
        Assert.Equal(40, Change.Independent(good, withheld).Difference.Respondents);
        Assert.True(double.IsNaN(Change.Independent(withheld, good).P));
        Assert.Equal(withheld.Suppressed, Equivalence.Of(withheld, 1).Suppressed);
        Assert.Equal(withheld.Suppressed, MultipleImputation.Pool([good, withheld]).Estimate.Suppressed);
        Assert.Throws<ArgumentException>(() => MultipleImputation.Pool([good]));
        Assert.Null(withheld.Interval());
        // Four waves of which one is withheld: three are too few for a line.
        Assert.Equal(SuppressionReason.TooFewRespondents, Trend.Line([1, 2, 3, 4], [good, good, withheld, good]).Slope.Suppressed!.Reason);
    }
}
