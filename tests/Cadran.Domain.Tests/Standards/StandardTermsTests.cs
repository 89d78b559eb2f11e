using Cadran.Standards;

namespace Cadran.Domain.Tests.Standards;

/// <summary>What a standard commits to, version by version, and what it aims at in a year.</summary>
public sealed class StandardTermsTests
{
    [Fact]
    public void AChange_IsAVersion_AndResultsKeepTheirs()
    {
        ServiceStandard standard = Given.Standard(Given.Terms());
        PeriodResult before = standard.RecordPeriod(
            ReportingPeriod.Require("2026-02"), new(80, 100), PeriodSource.Typed, null, Given.Somebody, Given.Now)!;
        standard.SetTerms(Given.Terms() with { Proportion = Given.Target("75%"), CalendarId = standard.Latest!.Terms.CalendarId },
            new(2026, 3, 1), "The new charter.", Given.Somebody, Given.Now);
        PeriodResult after = standard.RecordPeriod(
            ReportingPeriod.Require("2026-03"), new(80, 100), PeriodSource.Typed, null, Given.Somebody, Given.Now)!;
        Assert.Equal((1, "0.9"), (before.VersionNumber, before.Target.ToString()));
        Assert.Equal((2, "0.75"), (after.VersionNumber, after.Target.ToString()));
        Assert.Equal(1, standard.VersionOn(new(2020, 1, 1))!.Number);
    }

    [Fact]
    public void AVersion_SaysWhy_AndFollowsTheOneBefore()
    {
        ServiceStandard standard = Given.Standard(Given.Terms());
        StandardTerms same = standard.Latest!.Terms, other = same with { Limit = 8 };
        Given.Refuses("standard.same-terms",
            () => standard.SetTerms(same with { Owner = "" }, new(2026, 1, 1), "x", Given.Somebody, Given.Now));
        Given.Refuses("standard.version-reason", () => standard.SetTerms(other, new(2026, 1, 1), " ", Given.Somebody, Given.Now));
        Given.Refuses("standard.version-day", () => standard.SetTerms(other, new(2024, 1, 1), "x", Given.Somebody, Given.Now));
    }

    [Fact]
    public void TermsThatNobodyCanCountBy_AreRefused()
    {
        StandardTerms terms = Given.Terms();
        void Set(StandardTerms wrong) => Given.Standard(wrong);
        Given.Refuses("text.missing", () => Set(terms with { Object = LocalText.Empty }));
        Given.Refuses("standard.proportion", () => Set(terms with { Proportion = Given.Target("0") }));
        Given.Refuses("standard.proportion", () => Set(terms with { Proportion = Given.Target("90") }));
        Given.Refuses("standard.limit", () => Set(terms with { Limit = null }));
        Given.Refuses("standard.limit", () => Set(terms with { Limit = 10_001 }));
        Given.Refuses("standard.whole-days", () => Set(terms with { Limit = 1.5m }));
        Given.Refuses("standard.calendar", () => Set(terms with { CalendarId = null }));
        Given.Refuses("standard.clock", () => Set(terms with { ClockEnd = LocalText.Empty }));
        Given.Refuses("standard.address", () => Set(terms with { Address = "javascript:alert(1)" }));
        Set(terms with { Measure = StandardMeasure.Quality, Limit = null, ClockStart = LocalText.Empty });
    }

    [Fact]
    public void Drivers_AreNamedOnce()
    {
        ServiceStandard standard = Given.Standard();
        Assert.True(standard.Touch(["timeliness", "courtesy", "timeliness"]));
        Assert.False(standard.Touch(["courtesy", "timeliness"]));
        Given.Refuses("standard.drivers", () => standard.Touch(Enumerable.Range(0, 21).Select(i => $"d{i}")),
            "A standard touches at most {0} drivers.");
    }

    [Fact]
    public void AYear_HasItsOwnTarget_OrNone()
    {
        ServiceStandard standard = Given.Standard(Given.Terms());
        Assert.NotNull(standard.SetTarget("2026-2027", Given.Target("95%"), null, null, Given.Somebody, Given.Now));
        Assert.NotNull(standard.SetTarget("2025-2026", null, TargetAbsence.Suspended, null, Given.Somebody, Given.Now));
        Assert.Equal("0.95", standard.TargetOn(new(2026, 4, 1)).ToString());
        Assert.Null(standard.TargetOn(new(2026, 3, 31)));
        Assert.Equal("0.9", standard.TargetOn(new(2025, 3, 31)).ToString());
        Given.Refuses("correction.reason",
            () => standard.SetTarget("2026-2027", Given.Target("80%"), null, null, Given.Somebody, Given.Now));
        Assert.Null(standard.SetTarget("2026-2027", Given.Target("80%"), null, "The budget was cut.", Given.Somebody, Given.Now));
        Assert.Equal(("0.95", "0.8"), (standard.Corrections[0].Before, standard.Corrections[0].After));
        Given.Refuses("standard.target-or-absence", () => standard.SetTarget("2024-2025", null, null, null, Given.Somebody, Given.Now));
        Given.Refuses("standard.target", () => standard.SetTarget("2024-2025", Given.Target("80"), null, null, Given.Somebody, Given.Now));
        Given.Refuses("standard.year", () => standard.SetTarget("2024", Given.Target("80%"), null, null, Given.Somebody, Given.Now));
    }
}
