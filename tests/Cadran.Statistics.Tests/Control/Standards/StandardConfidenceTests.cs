using Cadran.Statistics.Control;

namespace Cadran.Statistics.Tests.Control;

/// <summary>Reference values: R 4.2.2 binom.test, qbeta and pbeta.</summary>
public sealed class StandardConfidenceTests
{
    [Theory]
    [InlineData(8, 9, 0.517503485082663, 0.9971908632534008)]
    [InlineData(81, 263, 0.252736745585, 0.367621922601)]
    public void Interval_MatchesBinomTest(long meeting, long total, double lower, double upper)
    {
        var c = StandardConfidence.Of(meeting, total)!;
        Assert.Equal(lower, c.Lower, 1e-12 + 1e-9 * lower);
        Assert.Equal(upper, c.Upper, 1e-12 + 1e-9 * upper);
    }

    [Fact]
    public void NoSuccess_OrNoMiss_GivesOneSidedLimits()
    {
        Assert.Equal(0, StandardConfidence.Of(0, 20)!.Lower);
        Assert.Equal(1 - Math.Pow(0.025, 1.0 / 20), StandardConfidence.Of(0, 20)!.Upper, 1e-12);
        Assert.Equal(Math.Pow(0.025, 1.0 / 20), StandardConfidence.Of(20, 20)!.Lower, 1e-12);
        Assert.Equal(1, StandardConfidence.Of(20, 20)!.Upper);
    }

    [Theory]
    [InlineData(28, 35, 0.8, 0.482812046379265, 0.6306211554775546, 0.91559398383943558)]
    [InlineData(4195, 5244, 0.8, 0.49586822135831382, 0.7888738840463656, 0.81071496478346394)]
    [InlineData(51811, 51813, 0.9999, 0.93441980849327233, 0.99986056928922129, 0.99999532528419921)]
    [InlineData(360000000, 400000000, 0.9, 0.49999113461556682, 0.89997059639576682, 0.90002939781529467)]
    [InlineData(360010000, 400000000, 0.9, 0.95221357810688445, 0.89999559966247611, 0.90005439454822356)]
    [InlineData(8, 10, 0.95, 0.033210053910196116, 0.44390453769235844, 0.97478927367316659)]
    public void Posterior_AndLimits_MatchBetaDistribution(
        long meeting, long total, double target, double probability, double lower, double upper)
    {
        var c = StandardConfidence.Of(meeting, total, (decimal)target)!;
        Assert.Equal(probability, c.ProbabilityTargetMet!.Value, 1e-9 * probability);
        Assert.Equal(lower, c.Lower, 1e-9 * lower);
        Assert.Equal(upper, c.Upper, 1e-9 * upper);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void NoOrContradictoryCounts_GiveNothing(long meeting, long total) =>
        Assert.Null(StandardConfidence.Of(meeting, total, 0.8m));

    [Fact]
    public void TargetThatIsNoProportion_HasNoProbability()
    {
        Assert.Null(StandardConfidence.Of(4195, 5244, 80m)!.ProbabilityTargetMet);
        Assert.Null(StandardConfidence.Of(4195, 5244, -0.1m)!.ProbabilityTargetMet);
        Assert.Equal(1, StandardConfidence.Of(4195, 5244, 0m)!.ProbabilityTargetMet);
    }

    [Fact]
    public void TargetOfOne_IsNeverCertain() => Assert.Equal(0, StandardConfidence.Of(50, 50, 1m)!.ProbabilityTargetMet);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void LevelOutsideItsRange_Throws(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardConfidence.Of(5, 10, null, level));
}
