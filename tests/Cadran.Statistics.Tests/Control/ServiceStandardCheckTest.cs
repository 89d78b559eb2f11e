using Cadran.Statistics.Control;

namespace Cadran.Statistics.Tests.Control;

public sealed class ServiceStandardCheckTest
{
    // The table published with the Government of Canada service data, row by row.
    [Theory]
    [InlineData(0.2, 0L, 50L, TargetMet.No, 0.0)]
    [InlineData(0.2, 5L, 50L, TargetMet.No, 0.1)]
    [InlineData(0.2, 10L, 50L, TargetMet.Yes, 0.2)]
    [InlineData(0.2, 30L, 50L, TargetMet.Yes, 0.6)]
    [InlineData(0.0, 10L, 50L, TargetMet.NotApplicable, 0.2)]
    [InlineData(null, 10L, 50L, TargetMet.NotApplicable, 0.2)]
    [InlineData(0.2, null, 50L, TargetMet.NotApplicable, null)]
    [InlineData(0.2, 10L, null, TargetMet.NotApplicable, null)]
    [InlineData(0.2, 10L, 0L, TargetMet.NotApplicable, null)]
    [InlineData(0.2, 0L, 0L, TargetMet.NotApplicable, null)]
    [InlineData(null, null, null, TargetMet.NotApplicable, null)]
    public void PublishedRow_GivesPublishedOutcome(double? target, long? meeting, long? total, TargetMet met, double? performance)
    {
        foreach (var rule in new[] { ComparisonRule.Exact, ComparisonRule.Rounded() })
        {
            var outcome = ServiceStandardCheck.Evaluate((decimal?)target, meeting, total, rule);
            Assert.Equal(met, outcome.Met);
            Assert.Equal((decimal?)performance, outcome.Performance);
        }
    }

    // The six published rows whose outcome depends on rounding to four decimals.
    [Theory]
    [InlineData(51811, 51813, "1")]
    [InlineData(8672, 8760, "0.99")]
    [InlineData(7973, 8859, "0.9")]
    [InlineData(17258, 19176, "0.9")]
    [InlineData(64436, 65087, "0.99")]
    [InlineData(4195, 5244, "0.8")]
    public void NarrowMiss_IsMetOnlyAfterRounding(long meeting, long total, string target)
    {
        var t = decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(TargetMet.No, ServiceStandardCheck.Evaluate(t, meeting, total).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(t, meeting, total, ComparisonRule.Rounded(4)).Met);
    }

    [Fact]
    public void Exact_TiesAreMet_WhereFloatingPointWouldMiss()
    {
        // 0.07 × 100 is 7.000000000000001 in binary floating point.
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(0.07m, 7, 100).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(0.29m, 29, 100).Met);
        var huge = long.MaxValue;
        Assert.Equal(TargetMet.No, ServiceStandardCheck.Evaluate(1m, huge - 1, huge).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(1m, huge, huge).Met);
    }

    [Fact]
    public void Rounded_HalfGoesUp()
    {
        // 0.89995 lies exactly between 0.8999 and 0.9.
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(0.9m, 17999, 20000, ComparisonRule.Rounded(4)).Met);
        Assert.Equal(TargetMet.No, ServiceStandardCheck.Evaluate(0.9m, 179989, 200000, ComparisonRule.Rounded(4)).Met);
    }

    [Fact]
    public void MeetingAboveTotal_IsAFindingAndStillEvaluated()
    {
        var outcome = ServiceStandardCheck.Evaluate(0.8m, 12, 10);
        Assert.Equal([StandardFinding.MeetingExceedsTotal], outcome.Findings);
        Assert.Equal((TargetMet.Yes, 1.2m), (outcome.Met, outcome.Performance!.Value));
    }

    [Fact]
    public void ImpossibleFigures_AreFindings()
    {
        Assert.Equal([StandardFinding.NegativeVolume], ServiceStandardCheck.Evaluate(0.8m, -1, 10).Findings);
        Assert.Equal(TargetMet.NotApplicable, ServiceStandardCheck.Evaluate(0.8m, -1, 10).Met);
        Assert.Equal([StandardFinding.TargetOutOfRange], ServiceStandardCheck.Evaluate(80m, 8, 10).Findings);
        Assert.Equal([StandardFinding.NoVolume], ServiceStandardCheck.Evaluate(0.8m, null, null).Findings);
    }

    [Fact]
    public void RoundedRule_OutsideItsRange_Throws() =>
        Assert.Equal(13, Assert.Throws<ArgumentOutOfRangeException>(() => ComparisonRule.Rounded(13)).ActualValue);
}
