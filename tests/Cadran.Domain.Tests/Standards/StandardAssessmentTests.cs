using Cadran.Standards;
using Cadran.Statistics.Control;

namespace Cadran.Domain.Tests.Standards;

/// <summary>The one calculation of met, missed and not assessable, with its reason and its dated rule of comparison.</summary>
public sealed class StandardAssessmentTests
{
    private static readonly DateOnly Change = new(2026, 6, 3);

    [Fact]
    public void WhateverTheFigures_AReasonStandsWhereNothingCanBeSaid_AndNowhereElse()
    {
        long?[] counts = [null, -1, 0, 5, 9, 10, 12];
        decimal?[] targets = [null, -0.1m, 0, 0.5m, 0.9m, 1, 80];
        foreach (long? meeting in counts)
            foreach (long? total in counts)
                foreach (decimal? target in targets)
                    foreach (OfficialRule rule in OfficialRule.All)
                    {
                        StandardAssessment said = Assess(target, meeting, total, rule.Since);
                        Assert.Equal(said.Reason is not null, said.Under(rule.Rule) == TargetMet.NotApplicable);
                        Assert.Equal(said.Under(), said.Under(rule.Rule));
                        Assert.True(said.Performance is null or (>= 0 and <= 1), $"{meeting} of {total}");
                        if (said.Reason is null) Assert.Equal((decimal)meeting!.Value / total!.Value, said.Performance);
                    }
    }

    [Theory]
    [InlineData(0.8, 11L, 10L, NotAssessable.MoreMetThanCases)]
    [InlineData(null, 1L, 0L, NotAssessable.MoreMetThanCases)] // an error is said before what is missing
    [InlineData(0.8, -1L, 10L, NotAssessable.NegativeCount)]
    [InlineData(80.0, 8L, 10L, NotAssessable.TargetOutOfRange)]
    [InlineData(-0.1, null, null, NotAssessable.TargetOutOfRange)]
    [InlineData(null, 8L, 10L, NotAssessable.NoTarget)]
    [InlineData(null, null, null, NotAssessable.NoTarget)]
    [InlineData(0.0, 8L, 10L, NotAssessable.TargetOfZero)]
    [InlineData(0.8, 0L, 0L, NotAssessable.NoCases)]
    [InlineData(0.8, null, 0L, NotAssessable.NoCases)]
    [InlineData(0.8, null, 10L, NotAssessable.NotCounted)]
    [InlineData(0.8, 8L, null, NotAssessable.NotCounted)]
    [InlineData(0.8, 8L, 10L, null)]
    public void Reason(double? target, long? meeting, long? total, NotAssessable? reason) =>
        Assert.Equal(reason, Assess((decimal?)target, meeting, total, Change).Reason);

    [Fact]
    public void TheRuleInForce_IsTheOneOfTheDayOfTheReport()
    {
        // 7,973 of 8,859 is 0.89999: it rounds to nine tenths and is below it.
        StandardAssessment before = Assess(0.9m, 7973, 8859, Change.AddDays(-1)), since = Assess(0.9m, 7973, 8859, Change);
        Assert.Equal((TargetMet.Yes, TargetMet.No), (before.Under(), since.Under()));
        Assert.Equal((ComparisonRule.Rounded(4), ComparisonRule.Exact), (before.InForce.Rule, since.InForce.Rule));
        foreach (StandardAssessment either in new[] { before, since })
        {
            Assert.True(either.DependsOnRule);
            Assert.Equal((TargetMet.Yes, TargetMet.No), (either.Under(ComparisonRule.Rounded(4)), either.Under(ComparisonRule.Exact)));
        }
        Assert.False(Assess(0.9m, 9, 10, Change).DependsOnRule);
    }

    [Fact]
    public void ARuleThatHasNeverBeenOfficial_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Assess(0.9m, 9, 10, Change).Under(ComparisonRule.Rounded(2)));

    [Fact]
    public void Rules_AreInTheOrderOfTheirDays_AndCoverEveryDay()
    {
        Assert.Equal(OfficialRule.All.OrderBy(r => r.Since), OfficialRule.All);
        Assert.Equal(OfficialRule.All[0], OfficialRule.On(DateOnly.MinValue));
        Assert.Equal(OfficialRule.All[^1], OfficialRule.On(DateOnly.MaxValue));
    }

    [Fact]
    public void AReportedOutcome_IsAnotherOne_OnlyWhenNoRuleGivesIt()
    {
        Assert.Empty(Differing(0.9m, 7973, 8859, TargetMet.Yes));
        Assert.Empty(Differing(0.9m, 7973, 8859, TargetMet.No));
        Assert.Equal(["NA", "N"], Differing(0.9m, 7973, 8859, TargetMet.NotApplicable));
        Assert.Equal(["N", "Y"], Differing(0.9m, 9, 10, TargetMet.No));
        // What the published table says of impossible figures is what the reporter copied: the error itself is the finding.
        Assert.Empty(Differing(0.8m, 11, 10, TargetMet.Yes));

        static IReadOnlyList<string> Differing(decimal target, long meeting, long total, TargetMet reported) =>
            StandardQuality.Of(new StandardFigures(new StandardTarget(target), meeting, total, reported), Change)
                .FirstOrDefault(r => r.Code == "outcome-differs")?.Args ?? [];
    }

    [Fact]
    public void Counts_AddUp_WithEveryReasonOnItsOwn()
    {
        StandardAssessment[] standards =
        [
            Assess(0.9m, 9, 10, Change), Assess(0.9m, 8, 10, Change), Assess(0.9m, 7973, 8859, Change.AddDays(-1)),
            Assess(null, 9, 10, Change), Assess(null, 3, 10, Change), Assess(0.9m, 11, 10, Change),
        ];
        StandardCounts counts = StandardCounts.Of(standards);
        Assert.Equal((2, 1, 3), (counts.Met, counts.Missed, counts.NotAssessable));
        Assert.Equal([(NotAssessable.MoreMetThanCases, 1), (NotAssessable.NoTarget, 2)], counts.Reasons);
        Assert.Equal((1, 2),
            (StandardCounts.Of(standards, ComparisonRule.Exact).Met, StandardCounts.Of(standards, ComparisonRule.Exact).Missed));
    }

    private static StandardAssessment Assess(decimal? target, long? meeting, long? total, DateOnly reportedOn) =>
        new(new StandardFigures(target is { } share ? new StandardTarget(share) : null, meeting, total), reportedOn);
}
