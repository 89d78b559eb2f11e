using Cadran.Statistics.Drivers;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>When an explanation is worth the name: people, chance, sign, few sampling units, and nothing left to gain.</summary>
public class EnoughToExplainTests
{
    [Fact]
    public void AdjustedRSquared_AndItsTest_AreThoseOfLinearRegression()
    {
        // n 894, p 5, R² .6653 of R's lm: by the definitions, worked out outside.
        var fit = DriverAnalysis.Run(CmtDrivers.Wave1(false, false, false, false), new() { Replicates = 0 }).Regression!;
        Near(0.6634253245471295, fit.AdjustedRSquared, 1e-9);
        Near(353.04004224230107, fit.Explains.Statistic, 1e-8);
        Assert.Equal((5, 888), (fit.Explains.DegreesOfFreedom, fit.Explains.DenominatorDegreesOfFreedom));
        Near(3.3574393328304862e-208, fit.Explains.P, 1e-5);
    }

    [Fact]
    public void FewerPeopleThanAskedFor_ExplainNothing()
    {
        var (overall, driver) = Ratings(29, i => i % 5 + 1, i => i % 5 + 1);
        DriverSuppression? Why(int rows, int perDriver) => DriverAnalysis.Run(Data(overall[..rows], driver[..rows]),
            new() { Replicates = 0, PeoplePerDriver = perDriver }).Suppressed;
        Assert.Null(Why(29, 29));
        Assert.Equal(DriverSuppression.TooFewPeoplePerDriver, Why(29, 30));
        Assert.Equal(DriverSuppression.TooFewCompleteCases, Why(2, 10));
        // People of weight zero do not count.
        var none = Design.From(new() { Weights = [.. Enumerable.Range(0, 29).Select(i => i < 9 ? 0.0 : 1)] });
        var few = DriverAnalysis.Run(new() { Overall = overall, Drivers = [driver], Design = none }, new() { PeoplePerDriver = 21 });
        Assert.Equal((DriverSuppression.TooFewPeoplePerDriver, 29), (few.Suppressed, few.Respondents));
    }

    [Fact]
    public void WhatChanceExplains_IsNotSharedOut()
    {
        // 50 people and a driver that has next to nothing to do with the overall rating.
        var (overall, driver) = Ratings(50, i => i % 5 + 1, i => i * 7 % 11 % 5 + 1);
        var options = new DriverAnalysisOptions { Replicates = 20, ExplainedLevel = .05 };
        var chance = DriverAnalysis.Run(Data(overall, driver), options);
        Assert.Equal(DriverSuppression.NotBeyondChance, chance.Suppressed);
        Assert.True(chance.Regression!.Explains.P > .05);
        Assert.Empty(chance.Importance);
        Assert.Null(chance.Priorities);
        Assert.NotNull(chance.Thresholds);
        Assert.Null(DriverAnalysis.Run(Data(overall, driver), options with { ExplainedLevel = 1 }).Suppressed);
        // One weight that outweighs all others: there are not two people to explain anything with.
        var design = Design.From(new() { Weights = [.. Enumerable.Range(0, 50).Select(i => i == 0 ? 1e6 : 1.0)] });
        var heavy = DriverAnalysis.Run(new() { Overall = overall, Drivers = [overall], Design = design }, options);
        Assert.Equal(DriverSuppression.NotBeyondChance, heavy.Suppressed);
        Assert.True(double.IsNaN(heavy.Regression!.AdjustedRSquared));
    }

    [Fact]
    public void DriverThatGoesTheOtherWay_IsFlagged_AndNeverImprovedFirst()
    {
        var (overall, against) = Ratings(60, i => i % 5 + 1, i => 6 - (i % 5 + 1));
        var (_, with) = Ratings(60, i => i % 5 + 1, i => Math.Clamp(i % 5 + 1 + i / 5 % 3 - 1, 1, 5));
        var analysis = DriverAnalysis.Run(Data(overall, against, with), new() { Replicates = 100 });
        Assert.Equal([true, false], analysis.Importance.Select(d => d.WrongSign));
        Assert.All(analysis.Priorities!.Drivers[0].Probabilities.Index(), p => Assert.True(p.Item == 0 || p.Index >= 2));
        Assert.True(analysis.Priorities.Drivers[0].Quadrant is Quadrant.Watch or Quadrant.PossibleOverkill);
    }

    [Fact]
    public void WhereAllScoresAreHigh_NobodyIsImprovedFirst_ButByAFixedLine()
    {
        var (overall, first) = Ratings(60, i => i % 4 == 0 ? 4 : 5, i => i % 4 == 0 ? 4 : 5);
        var (_, second) = Ratings(60, i => 5, i => i % 7 == 0 ? 4 : 5);
        var matrix = DriverAnalysis.Run(Data(overall, first, second),
            new() { Replicates = 50, FurtherLines = [75, 95] }) is { } run ? run : null!;
        Assert.True(matrix.Priorities!.AllHigh);
        Assert.DoesNotContain(matrix.Priorities.Drivers, d => d.Quadrant == Quadrant.ImproveFirst);
        Assert.All(matrix.FurtherPriorities[0].Drivers, d => Assert.True(d.Quadrant is Quadrant.Maintain or Quadrant.PossibleOverkill));
        // Of 100 they miss a little: by a line that asks for it, the important one comes first.
        Assert.Equal((95, Quadrant.ImproveFirst), (matrix.FurtherPriorities[1].ScoreLine, matrix.FurtherPriorities[1].Drivers[0].Quadrant));
        Assert.False(matrix.FurtherPriorities[1].AllHigh);
    }

    [Fact]
    public void OneDriver_HasAnImportance_AndNoPriority()
    {
        var (overall, driver) = Ratings(40, i => i % 5 + 1, i => i % 5 + 1);
        var analysis = DriverAnalysis.Run(Data(overall, driver), new() { Replicates = 20, FurtherLines = [75] });
        Assert.Single(analysis.Importance);
        Assert.Null(analysis.Priorities);
        Assert.Empty(analysis.FurtherPriorities);
    }

    [Fact]
    public void EqualDrivers_HaveEqualRanksAndPlaces()
    {
        var (overall, driver) = Ratings(60, i => i % 5 + 1, i => Math.Clamp(i % 5 + 1 + i % 3 - 1, 1, 5));
        var analysis = DriverAnalysis.Run(Data(overall, driver, [.. driver], [.. driver]), new() { Replicates = 100 });
        Assert.All(analysis.Importance, d => Assert.Equal((1, 1, 1), (d.Rank, d.RankLow, d.RankHigh)));
        Assert.False(analysis.Separability!.Separable);
        Assert.Single(analysis.Priorities!.Drivers.Select(d => (d.Quadrant, d.Probability)).Distinct());
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(15, true)]
    public void FewClusters_WithholdOrWiden(int clusters, bool shown)
    {
        var random = new Random(7);
        var (overall, one, two) = (new sbyte[300], new sbyte[300], new sbyte[300]);
        for (var i = 0; i < 300; i++)
        {
            one[i] = (sbyte)random.Next(1, 6);
            two[i] = (sbyte)random.Next(1, 6);
            overall[i] = (sbyte)Math.Clamp((one[i] + two[i] + random.Next(0, 3)) / 2, 1, 5);
        }
        var office = Factor.Of([.. Enumerable.Range(0, 300).Select(i => i % clusters)]);
        var data = new DriverData { Overall = overall, Drivers = [one, two], Design = Design.From(new() { Clusters = office }) };
        var analysis = DriverAnalysis.Run(data);
        Assert.Equal(!shown, analysis.FewUnits);
        Assert.All(analysis.Importance, d =>
        {
            Assert.Equal(shown, double.IsFinite(d.Low) && double.IsFinite(d.High));
            if (shown) Assert.True(d.Low <= d.Share && d.Share <= d.High);
            else Assert.Equal((1, 2), (d.RankLow, d.RankHigh));
        });
        Assert.Equal(shown, double.IsFinite(analysis.Priorities!.Drivers[0].Probability));
        if (!shown) Assert.False(analysis.Separability!.Separable);
        if (!shown) return;
        // The jackknife has no chance in it: limits reach at least t of it away on one side.
        var interval = ImportanceInterval.Of(data, new() { Replicates = 2000 })[0];
        var half = (interval.Percentile!.Value.High - interval.Percentile.Value.Low) / 2;
        var t = Statistics.Distributions.StudentT.Quantile(.975, clusters - 1);
        Assert.InRange(half / (t * interval.StandardError), .8, 1.2);
    }

    private static (sbyte[] Overall, sbyte[] Driver) Ratings(int rows, Func<int, int> overall, Func<int, int> driver) =>
        ([.. Enumerable.Range(0, rows).Select(i => (sbyte)overall(i))], [.. Enumerable.Range(0, rows).Select(i => (sbyte)driver(i))]);

    private static DriverData Data(sbyte[] overall, params sbyte[][] drivers) => new()
    {
        Overall = overall,
        Drivers = [.. drivers.Select(d => (ReadOnlyMemory<sbyte>)d)],
        Design = Design.SimpleRandom(overall.Length),
    };
}
