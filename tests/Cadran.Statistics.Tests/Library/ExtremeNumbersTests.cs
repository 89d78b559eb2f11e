using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Weighting;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Numbers no survey measures: their squares would overflow or vanish, and a test would then say "no difference" or "certain".
/// They throw, naming the value.
/// </summary>
public class ExtremeNumbersTests
{
    private static readonly double[] Y = [3, 4, 2, 5, 1, 4];
    private static readonly bool[] First = [true, true, true, false, false, false], Second = [false, false, false, true, true, true];

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e160)]
    [InlineData(1e-170)]
    [InlineData(1e-300)]
    [InlineData(5e-324)]
    public void Values_OutOfRange_Throw(double unit)
    {
        double[] y = [.. Y.Select(v => v * unit)];
        double[] left = [y[0], y[1], y[2]], right = [y[3], y[4], y[5]];
        var design = Design.SimpleRandom(6);
        Action[] calls =
        [
            () => Numeric.Mean(design, y), () => Numeric.Total(design, y), () => Numeric.Ratio(design, Y, y),
            () => Numeric.Gap(design, y, Y),
            () => Quantile.Of(design, y, .5), () => Replicates.Jackknife(design).Mean(y),
            () => ClusterHomogeneity.Of(y, Factor.Of([1, 1, 2, 2, 3, 3])),
            () => DesignTests.TwoMeans(design, y, First, Second), () => AnalysisOfVariance.Of([left, right]),
            () => SimpleSampleTests.Welch(left, right),
            () => SimpleSampleTests.RankSum(left, right), () => PairedTests.Student(Y, y), () => Trend.MannKendall(y),
            () => StructuralBreak.InLevel([.. y, .. y]),
            () => Trend.CochranArmitage([1, 2], [3, 4], [y[0], y[1]]), () => FrameComparison.StandardisedDifference(y, First),
            () => Reliability.Of([y, Y]),
            () => AcceleratedInterval.Acceleration(y), () => Calibration.Apply(design, [y], [20 * unit], CalibrationDistance.Linear),
            () => Raking.Apply(design, [new Margin(Factor.Of([1, 1, 1, 2, 2, 2]), [unit, unit])]), () => Design.From(new() { Weights = y }),
            () => design.WithWeights(y),
        ];
        for (var i = 0; i < calls.Length; i++)
        {
            var problem = Assert.ThrowsAny<ArgumentException>(calls[i]);
            Assert.True(problem.Message.Contains("1e-60 and 1e60", StringComparison.Ordinal), $"call {i}: {problem.Message}");
        }
    }

    [Fact]
    public void SmallValuesBesideOrdinaryOnes_AreWelcome_AndTheRangeIsWide()
    {
        Near(5.0 / 3, Numeric.Mean(Design.SimpleRandom(3), [1e-200, 2, 3]).Value, 1e-15);
        foreach (var unit in new[] { 1e-59, 1e59 })
        {
            double[] y = [.. Y.Select(v => v * unit)];
            var ordinary = Numeric.Mean(Design.From(new() { Weights = Y }), Y);
            var scaled = Numeric.Mean(Design.From(new() { Weights = y }), y);
            Near(ordinary.StandardError * unit, scaled.StandardError, 1e-12);
            Near(Design.From(new() { Weights = Y }).KishDesignEffect, Design.From(new() { Weights = y }).KishDesignEffect, 1e-12);
            Near(Numeric.Ratio(Design.SimpleRandom(6), Y, [1, 2, 3, 4, 5, 6]).StandardError / unit,
                Numeric.Ratio(Design.SimpleRandom(6), Y, [.. new double[] { 1, 2, 3, 4, 5, 6 }.Select(v => v * unit)]).StandardError,
                1e-12);
        }
    }

    [Fact]
    public void Denominators_ThatCancelUpToRounding_AreZero()
    {
        // .1 + .2 − .3 is 5.6e-17 in doubles.
        double[] one = [1, 2, 3, 4], cancelling = [.1, .2, -.3, 0];
        Assert.Equal(SuppressionReason.Undefined, Numeric.Ratio(Design.SimpleRandom(4), one, cancelling).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, Replicates.Jackknife(Design.SimpleRandom(4)).Ratio(one, cancelling).Suppressed!.Reason);
    }

    [Fact]
    public void LevelsThatNobodyHas_AreNoClustersAndNoStrata()
    {
        // The factor of some rows keeps all its levels. R 4.2.2, survey 4.1-1: svymean on svydesign(~c), 1/3.
        var all = Factor.Of([1, 1, 2, 2, 3, 3, 4, 4]);
        var some = all.Take([0, 1, 4, 5, 6, 7]);
        var design = Design.From(new() { Clusters = some });
        Assert.Equal((3, 2), (design.Clusters, design.DegreesOfFreedom));
        Near(1 / 3.0, Numeric.Mean(design, Y).StandardError, 1e-12);
        Near(1 / 3.0, Replicates.Jackknife(design).Mean(Y).StandardError, 1e-12);
        Near(1 / 3.0, Tabulation.Of(design, [new(Y.Select(y => (sbyte)y).ToArray(), Scale.FivePoint)])[0].Overall.Mean().StandardError,
            1e-12);
        var stratified = Design.From(new() { Strata = some, Population = [4, 4, 9, 9, 5, 5] });
        Assert.Equal((3, 3), (stratified.Strata, stratified.DegreesOfFreedom));
        Assert.Equal(4, Replicates.BalancedHalves(stratified).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => all.Take([8]));
    }

    [Fact]
    public void EstimatesMadeByHand_WithoutAnError_AreNotPublished()
    {
        var unknown = new Estimate(.5, double.NaN, 12, 100);
        Assert.Null(ProportionInterval.KornGraubard(unknown));
        Assert.Equal(SuppressionReason.Imprecise, new PublicationRule().Apply(unknown).Suppressed!.Reason);
        Assert.Throws<ArgumentException>(() => MultipleImputation.Pool([unknown, unknown]));
        Assert.Equal(0, MultipleImputation.Pool([new(1, 0, 10, 9), new(1, 0, 10, 9)]).RelativeIncrease);
        Assert.Equal(SuppressionReason.Undefined, Bridge.Independent(unknown, unknown).Test.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, Linearisation.Of(Design.SimpleRandom(2), 1, [double.NaN, 1], 2).Suppressed!.Reason);
        Assert.Throws<ArgumentException>(() => Linearisation.Covariance(Design.SimpleRandom(2), [[1, 2]], [true]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1e-300)]
    [InlineData(1 - 1e-16)]
    [InlineData(double.NaN)]
    public void Confidence_ThatCannotBeToldFromItsEnds_Throws(double confidence)
    {
        var share = new Estimate(.5, .1, 12, 100);
        foreach (
            var call in (Action[])[() => share.Interval(confidence), () => ProportionInterval.Wilson(5, 10, confidence),
            () => ProportionInterval.ClopperPearson(5, 10, confidence),
            () => ProportionInterval.KornGraubard(share, confidence), () => ProportionInterval.Logit(share, confidence),
            () => ProportionInterval.Newcombe(5, 10, 4, 10, confidence),
            () => Quantile.Of(Design.SimpleRandom(1), [1], .5, confidence), () => AcceleratedInterval.Limits(1, [0, 2], 0, confidence),
            () => SampleSize.ForShare(.03, confidence: confidence)])
            Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(5, double.PositiveInfinity));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e200)]
    public void Scores_OutOfRange_Throw(double score)
    {
        var item = Tabulation.Of(Design.SimpleRandom(4), [new(new sbyte[] { 1, 2, 3, 4 }, Scale.FivePoint)], Factor.Of([1, 1, 2, 2]))[0];
        double[] scores = [1, 2, 3, 4, score];
        foreach (
            var call in (Action[])[() => item.Overall.MeanOf(scores), () => item.Overall.PointOf(scores),
            () => item.Overall.DesignEffect(scores), () => item.Group(0).DifferenceFrom(item.Group(1), scores),
            () => Change.Within(item.Group(0), item.Group(1), scores), () => ColumnLetters.Of(item, scores)])
            Assert.Throws<ArgumentException>(call);
    }

    [Fact]
    public void WhatDoesNotExist_ThrowsWithItsNumber()
    {
        var design = Design.From(new() { Weights = [1, 2] });
        var table = Tabulation.Of(design, [new(new sbyte[] { 1, 2 }, Scale.FivePoint)]);
        Assert.Equal(2, Assert.Throws<ArgumentOutOfRangeException>(() => design.Weight(2)).ActualValue);
        Assert.Equal(-1, Assert.Throws<ArgumentOutOfRangeException>(() => Design.SimpleRandom(2).Weight(-1)).ActualValue);
        Assert.Equal(1, Assert.Throws<ArgumentOutOfRangeException>(() => table[1]).ActualValue);
        Assert.Equal((NoValue)0, Assert.Throws<ArgumentOutOfRangeException>(() => table[0].Overall.CountOf((NoValue)0)).ActualValue);
        Assert.Equal((NoValue)(-6), Assert.Throws<ArgumentOutOfRangeException>(() => table[0].Overall.WeightOf((NoValue)(-6))).ActualValue);
        Assert.Contains("no scale", Assert.Throws<ArgumentException>(() => Tabulation.Of(Design.SimpleRandom(0), [default])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Estimate(1, -1, 9, 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Estimate(1, 1, 9, 20) with { StandardError = -1 });
    }

    [Fact]
    public void Tables_TooLargeForMemory_SaySo()
    {
        // Six million strata times 128 codes times four sums is more than one array holds.
        const int Rows = 6_000_000;
        var each = Factor.FromCodes([.. Enumerable.Range(0, Rows)], new string[Rows]);
        var problem = Assert.Throws<ArgumentException>(
            () => Tabulation.Of(Design.SimpleRandom(Rows), [new(new sbyte[Rows], new Scale(0, 122))], each));
        Assert.Contains("tabulate fewer groups", problem.Message);
    }
}
