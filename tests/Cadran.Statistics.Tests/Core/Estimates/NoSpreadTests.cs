using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests;

/// <summary>An error of zero: certainty of a whole population, and of a sample only that nobody differed.</summary>
public class NoSpreadTests
{
    private static readonly sbyte[] Alike = [4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5];
    private static readonly Factor Waves = Factor.Of([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);

    [Fact]
    public void OfASample_HasNoInterval_NoTest_NoDetectableChange()
    {
        var table = Tabulation.Of(Design.SimpleRandom(12), [new(Alike, Scale.FivePoint)], Waves)[0];
        var score = table.Group(0).Score();
        Assert.Equal((75, 0, false), (score.Value, score.StandardError, score.IsExact));
        Assert.Null(score.Interval());
        Assert.Null(score.Margin());
        var change = Change.Within(table.Group(0), table.Group(1));
        Assert.Equal((25, 0), (change.Difference.Value, change.Difference.StandardError));
        Assert.Null(change.Difference.Interval());
        Assert.True(double.IsNaN(change.T) && double.IsNaN(change.P) && double.IsNaN(change.MinimumDetectable));
        Assert.Equal(SuppressionReason.Undefined, DesignTests.TwoMeans(Design.SimpleRandom(4), [1, 1, 2, 2], [true, true, false, false],
            [false, false, true, true]).Test.Suppressed!.Reason);
    }

    [Fact]
    public void OfClustersThatBalance_IsNoError_ThoughRoundingIsLeft()
    {
        // Two offices with the same shares of every answer but one: of that one, and of the mean, nothing varies.
        sbyte[] answers = [1, 2, 3, 3, 4, 5, 5, 1, 2, 3, 3, 4, 5, 5];
        var office = Factor.Of(Enumerable.Range(0, 14).Select(i => i / 7).ToArray());
        var design = Design.From(new() { Clusters = office, Weights = Enumerable.Repeat(1 / 3.0, 14).ToArray() });
        var all = Tabulation.Of(design, [new(answers, Scale.FivePoint)])[0].Overall;
        Assert.Equal(0, all.Mean().StandardError);
        Assert.Null(all.Mean().Interval());
        // A share of variance zero: the exact binomial on the respondents, 2 of 14.
        var share = ProportionInterval.Default(all.Share(1), design)!.Value;
        var exact = ProportionInterval.ClopperPearson(2, 14);
        Oracle.Near(exact.Low, share.Low, 1e-12);
        Oracle.Near(exact.High, share.High, 1e-12);
    }

    [Fact]
    public void OfAWholePopulation_IsThePoint()
    {
        var census = Design.SimpleRandom(12, 12);
        Assert.Equal((true, 0), (census.IsCensus, census.DegreesOfFreedom));
        var all = Tabulation.Of(census, [new(Alike, Scale.FivePoint)], Waves)[0];
        var score = all.Overall.Score();
        Assert.Equal((87.5, 0, true), (score.Value, score.StandardError, score.IsExact));
        Assert.Equal(new Interval(87.5, 87.5), score.Interval());
        Assert.Equal(new Interval(.5, .5), ProportionInterval.Default(all.Overall.Share(4), census));
        Assert.Equal(new Interval(.5, .5), ProportionInterval.Logit(all.Overall.Share(4)));
        // Two populations differ by what they differ: there is nothing to test.
        var change = Change.Within(all.Group(0), all.Group(1));
        Assert.Equal((25, true), (change.Difference.Value, change.Difference.IsExact));
        Assert.True(double.IsNaN(change.P));
        Assert.False(Design.SimpleRandom(0, 10).IsCensus);
    }

    [Fact]
    public void DegreesOfFreedom_LeaveOutStrataTakenWhole()
    {
        // Stratum 1 whole (4 of 4), stratum 2 sampled (6 of 60): 5 degrees of freedom, not 8.
        var strata = Factor.Of([1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
        var design = Design.From(new()
        {
            Strata = strata,
            Population = [4, 4, 4, 4, 60, 60, 60, 60, 60, 60],
        });
        sbyte[] answers = [1, 5, 3, 2, 4, 5, 3, 2, 1, 4];
        Assert.Equal(5, design.DegreesOfFreedom);
        var table = Tabulation.Of(design, [new(answers, Scale.FivePoint)], strata)[0];
        Assert.Equal(5, table.Overall.Mean().DegreesOfFreedom);
        Assert.Equal(5, Numeric.Mean(design, Array.ConvertAll(answers, a => (double)a)).DegreesOfFreedom);
        Assert.True(table.Group(0).Mean().IsExact);
    }
}
