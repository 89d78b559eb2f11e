using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests;

/// <summary>Inputs that cannot be, and samples too thin to speak: each has its documented outcome.</summary>
public class DesignEdgeTests
{
    private static readonly sbyte[] Six = [1, 2, 3, 4, 5, 5];

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weight_ThatCannotBe_ThrowsWithRowAndValue(double weight)
    {
        var error = Assert.Throws<ArgumentException>(() => Design.From(new() { Weights = [1, 2, weight] }));
        Assert.Contains("Row 2", error.Message);
        Assert.Contains(weight.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message);
    }

    [Theory]
    [InlineData(0.0, "Row 0 has population 0")]
    [InlineData(2.0, "3 sampled units out of a population of 2")]
    [InlineData(double.NaN, "population NaN")]
    public void Population_ThatCannotBe_Throws(double population, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => Design.From(new() { Population = [population, population, population] }));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Group_IsFoundByItsLabel_AndAnUnknownOneNamesThose()
    {
        var item =
            Tabulation.Of(Design.SimpleRandom(4), [new Item(new sbyte[] { 1, 2, 4, 5 }, Scale.FivePoint)],
            by: Factor.Of(["web", "desk", "web", "desk"]))[0];
        Assert.Equal(["desk", "web"], item.Labels);
        Assert.Same(item.Group(1), item.Group("web"));
        Assert.Equal(2.5, item.Group("web").Mean().Value);
        Assert.Contains("desk, web", Assert.Throws<ArgumentException>(() => item.Group("phone")).Message, StringComparison.Ordinal);
        Assert.Empty(Tabulation.Of(Design.SimpleRandom(4), [new Item(new sbyte[] { 1, 2, 4, 5 }, Scale.FivePoint)])[0].Labels);
    }

    [Fact]
    public void Population_DifferingWithinAStratum_Throws()
    {
        var error =
            Assert.Throws<ArgumentException>(() => Design.From(new() { Strata = Factor.Of(["a", "a", "b"]), Population = [9, 8, 5] }));
        Assert.Contains("stratum a", error.Message);
    }

    [Fact]
    public void Stratum_MissingOnARow_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => Design.From(new() { Strata = Factor.Of(["a", null, "b"]) }));
        Assert.Contains("Row 1 has no stratum", error.Message);
    }

    [Fact]
    public void Columns_OfDifferentLength_Throw() =>
        Assert.Throws<ArgumentException>(() => Design.From(new() { Strata = Factor.Of(["a", "b"]), Weights = [1, 2, 3] }));

    [Theory]
    [InlineData((sbyte)6)]
    [InlineData((sbyte)0)]
    [InlineData((sbyte)-6)]
    public void Answer_OffTheScale_ThrowsWithRowAndValue(sbyte value)
    {
        sbyte[] answers = [1, 2, value];
        foreach (
            var design in new[] { Design.SimpleRandom(3), Design.From(new() { Weights = [1, 2, 3] }),
            Design.From(new() { Clusters = Factor.Of([1, 1, 2]) }) })
        {
            var error = Assert.Throws<ArgumentException>(() => Tabulation.Of(design, [new(answers, Scale.FivePoint)]));
            Assert.Contains($"row 2: {value}", error.Message);
        }
    }

    [Fact]
    public void NoRows_AndAllMissing_AreEmpty()
    {
        var none = Tabulation.Of(Design.SimpleRandom(0), [new(Array.Empty<sbyte>(), Scale.FivePoint)])[0].Overall;
        Assert.Equal(SuppressionReason.Empty, none.Score().Suppressed!.Reason);
        var missing = Tabulation.Of(Design.SimpleRandom(2), [new(new sbyte[] { -1, -5 }, Scale.FivePoint)])[0].Overall;
        Assert.Equal(SuppressionReason.Empty, missing.Score().Suppressed!.Reason);
        Assert.Equal(1, missing.CountOf(NoValue.Missing));
        Assert.Equal(1, missing.CountOf(NoValue.NotAsked));
        Assert.True(double.IsNaN(missing.Score().Value));
        Assert.Null(missing.Score().Interval());
    }

    [Fact]
    public void OneRow_HasNoDegreesOfFreedom()
    {
        var one =
            Tabulation.Of(Design.From(new() { Rows = 1, LoneCluster = LoneCluster.Certainty }), [new(new sbyte[] { 4 }, Scale.FivePoint)])[
                0].Overall;
        Assert.Equal(SuppressionReason.NoDegreesOfFreedom, one.Mean().Suppressed!.Reason);
        Assert.Equal(4, one.PointOf(Scale.FivePoint.Values()));
        var fail = Tabulation.Of(Design.SimpleRandom(1), [new(new sbyte[] { 4 }, Scale.FivePoint)])[0].Overall;
        Assert.Equal(SuppressionReason.LoneCluster, fail.Mean().Suppressed!.Reason);
    }

    [Fact]
    public void ZeroWeights_AreSaid()
    {
        var e = Tabulation.Of(Design.From(new() { Weights = new double[6] }), [new(Six, Scale.FivePoint)])[0].Overall.Mean();
        Assert.Equal(SuppressionReason.ZeroWeight, e.Suppressed!.Reason);
        Assert.Equal(6, e.Respondents);
    }

    [Fact]
    public void Constant_HasExactlyNoError()
    {
        var design = Design.From(new() { Weights = [.1, .2, .3, .7, 1.1, 1.3] });
        var e = Tabulation.Of(design, [new(new sbyte[] { 3, 3, 3, 3, 3, 3 }, Scale.FivePoint)])[0].Overall;
        Assert.Equal(3, e.Mean().Value);
        Assert.Equal(0, e.Mean().StandardError);
        var all = ProportionInterval.KornGraubard(e.Share(3))!.Value;
        Assert.Equal(1, all.High);
        Oracle.Near(Math.Pow(.025, 1 / 6.0), all.Low, 1e-9); // exact binomial, 6 of 6
    }

    [Fact]
    public void Suppressed_BelowTheMinimum_KeepsNoValue()
    {
        var e = Tabulation.Of(Design.SimpleRandom(6), [new(Six, Scale.FivePoint)])[0].Overall.Mean().SuppressBelow(7);
        Assert.Equal(SuppressionReason.TooFewRespondents, e.Suppressed!.Reason);
        Assert.True(double.IsNaN(e.Value));
        Assert.Equal(6, e.Respondents);
    }

    [Fact]
    public void NoRows_WithEveryColumn_AreEmpty()
    {
        var none = Factor.Of(Array.Empty<string>());
        var design = Design.From(new() { Strata = none, Clusters = none, Weights = [], Population = [] });
        Assert.Equal(0, design.Clusters);
        var item = Tabulation.Of(design, [new(Array.Empty<sbyte>(), Scale.FivePoint)], none)[0];
        Assert.Equal(SuppressionReason.Empty, item.Overall.Score().Suppressed!.Reason);
        Assert.Equal(0, item.Groups);
        Assert.Equal(SuppressionReason.Empty, Numeric.Mean(design, []).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Empty, Quantile.Of(design, [], .5).Suppressed!.Reason);
    }

    [Fact]
    public void Group_InOneClusterOnly_IsSuppressedAndStillHasItsPlainMean()
    {
        var design = Design.From(new() { Clusters = Factor.Of([1, 1, 2, 2, 3, 3]) });
        var office = Tabulation.Of(design, [new(Six, Scale.FivePoint)], Factor.Of([1, 1, 2, 2, 3, 3]))[0].Group(1);
        Assert.Equal(SuppressionReason.NoDegreesOfFreedom, office.Mean().Suppressed!.Reason);
        Assert.Equal(3.5, office.PointOf(Scale.FivePoint.Values()));
    }
}
