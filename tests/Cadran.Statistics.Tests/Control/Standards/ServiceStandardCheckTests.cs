using Cadran.Statistics.Control;

namespace Cadran.Statistics.Tests.Control;

public sealed class ServiceStandardCheckTests
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
            var outcome = ServiceStandardCheck.Evaluate(meeting, total, (decimal?)target, rule);
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
        Assert.Equal(TargetMet.No, ServiceStandardCheck.Evaluate(meeting, total, t).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(meeting, total, t, ComparisonRule.Rounded(4)).Met);
    }

    [Fact]
    public void Exact_TiesAreMet_WhereFloatingPointWouldMiss()
    {
        // 0.07 × 100 is 7.000000000000001 in binary floating point.
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(7, 100, 0.07m).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(29, 100, 0.29m).Met);
        var huge = long.MaxValue;
        Assert.Equal(TargetMet.No, ServiceStandardCheck.Evaluate(huge - 1, huge, 1m).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(huge, huge, 1m).Met);
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(huge, huge, 1m, ComparisonRule.Rounded()).Met);
        Assert.Equal(TargetMet.Yes,
            ServiceStandardCheck.Evaluate(6_000_000_000_000_000_000, 9_000_000_000_000_000_000, 0.6667m, ComparisonRule.Rounded()).Met);
    }

    [Fact]
    public void Rounded_HalfGoesUp()
    {
        // 0.89995 lies exactly between 0.8999 and 0.9.
        Assert.Equal(TargetMet.Yes, ServiceStandardCheck.Evaluate(17999, 20000, 0.9m, ComparisonRule.Rounded(4)).Met);
        Assert.Equal(TargetMet.No, ServiceStandardCheck.Evaluate(179989, 200000, 0.9m, ComparisonRule.Rounded(4)).Met);
    }

    [Fact]
    public void MeetingAboveTotal_IsAFindingAndStillEvaluated()
    {
        var outcome = ServiceStandardCheck.Evaluate(12, 10, 0.8m);
        Assert.Equal([StandardFinding.MeetingExceedsTotal], outcome.Findings);
        Assert.Equal((TargetMet.Yes, 1.2m), (outcome.Met, outcome.Performance!.Value));
    }

    [Fact]
    public void FiguresInError_AreNeitherMetNorMissed()
    {
        foreach (var rule in new[] { ComparisonRule.Exact, ComparisonRule.Rounded() })
        {
            Assert.Equal((TargetMet.Yes, TargetMet.NotApplicable, true), Said(ServiceStandardCheck.Evaluate(12, 10, 0.8m, rule)));
            Assert.Equal((TargetMet.No, TargetMet.NotApplicable, true), Said(ServiceStandardCheck.Evaluate(8, 10, 80m, rule)));
            Assert.Equal((TargetMet.Yes, TargetMet.NotApplicable, true), Said(ServiceStandardCheck.Evaluate(8, 10, -0.1m, rule)));
            Assert.Equal((TargetMet.NotApplicable, TargetMet.NotApplicable, true), Said(ServiceStandardCheck.Evaluate(-1, 10, 0.8m, rule)));
            Assert.Equal((TargetMet.NotApplicable, TargetMet.NotApplicable, false),
                Said(ServiceStandardCheck.Evaluate(null, 0, 0.8m, rule)));
            Assert.Equal((TargetMet.Yes, TargetMet.Yes, false), Said(ServiceStandardCheck.Evaluate(8, 10, 0.8m, rule)));
        }

        static (TargetMet, TargetMet, bool) Said(StandardOutcome outcome) => (outcome.Met, outcome.Assessed, outcome.HasError);
    }

    [Fact]
    public void ImpossibleFigures_AreFindings()
    {
        Assert.Equal([StandardFinding.NegativeVolume], ServiceStandardCheck.Evaluate(-1, 10, 0.8m).Findings);
        Assert.Equal(TargetMet.NotApplicable, ServiceStandardCheck.Evaluate(-1, 10, 0.8m).Met);
        Assert.Equal([StandardFinding.TargetOutOfRange], ServiceStandardCheck.Evaluate(8, 10, 80m).Findings);
        Assert.Equal([StandardFinding.NoVolume], ServiceStandardCheck.Evaluate(null, null, 0.8m).Findings);
    }

    [Fact]
    public void RoundedRule_OutsideItsRange_Throws() =>
        Assert.All([-1, 13, int.MaxValue],
        d => Assert.Equal(d, Assert.Throws<ArgumentOutOfRangeException>(() => new ComparisonRule(d)).ActualValue));
}
