using Cadran.Standards;
using Cadran.Statistics.Control;

namespace Cadran.Domain.Tests.Standards;

/// <summary>Months and quarters of a standard, and what their chart says.</summary>
public sealed class PeriodResultTests
{
    [Theory]
    [InlineData("2026-03", "2026-03-01", "2026-03-31")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-t4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-13", null, null)]
    [InlineData("2026-Q5", null, null)]
    [InlineData("March", null, null)]
    public void APeriod_IsReadAsPeopleWriteIt(string written, string? from, string? last)
    {
        ReportingPeriod? read = ReportingPeriod.Read(written);
        Assert.Equal((from, last), (read?.From.Iso(), read?.Last.Iso()));
    }

    [Fact]
    public void FiguresBecomeOthers_WithAReason()
    {
        ServiceStandard standard = Given.Standard(Given.Terms());
        void Record(string period, long meeting, long total, string? reason = null) => standard.RecordPeriod(
            ReportingPeriod.Require(period), new(meeting, total), PeriodSource.Typed, reason, Given.Somebody, Given.Now);
        Record("2026-10", 90, 100);
        Record("2026-10", 90, 100);
        Given.Refuses("correction.reason", () => Record("2026-10", 80, 100));
        Record("2026-10", 80, 100, "Counted twice.");
        Assert.Equal((80, "90 / 100"), (standard.Periods.Single().Figures.Meeting, standard.Corrections.Single().Before));
        Given.Refuses("standard.period-open", () => Record("2026-12", 1, 1));
        Given.Refuses("standard.negative", () => Record("2026-09", 0, -1));
        Given.Refuses("standard.more-than-all", () => Record("2026-09", 2, 1));
        Given.Refuses("standard.period", () => Record("09/2026", 2, 1));
    }

    [Fact]
    public void TheChart_LeavesGaps_AndNamesTheRule()
    {
        ServiceStandard standard = Given.Standard(Given.Terms());
        long[] met = [90, 91, 89, 90, 92, 90, 88, 91, 90, 60];
        for (int i = 0; i < met.Length; i++)
            standard.RecordPeriod(ReportingPeriod.Of(new DateOnly(2025, 9, 1).AddMonths(i < 4 ? i : i + 1), 1), new(met[i], 100),
                PeriodSource.Typed, null, Given.Somebody, Given.Now);
        StandardChart chart = StandardChart.Of(standard.Periods)!;
        Assert.Equal((ChartKind.P, 11), (chart.Kind, chart.Points.Count));
        Assert.Null(chart.Points[4].Result);
        Assert.Equal(ChartSignals.BeyondLimits, chart.Points[^1].Point.Signals & ChartSignals.BeyondLimits);
        StandardSignal signal = StandardSignals.Of(standard)!;
        Assert.True(signal.Missed);
        Assert.True(signal.Signals.HasFlag(ChartSignals.BeyondLimits));
        Assert.Null(StandardChart.Of([.. standard.Periods.Take(7)]));
    }

    [Fact]
    public void MonthsWithManyCases_AreChartedByWhatTheyDifferBeyondChance() =>
        Assert.Equal(ChartKind.Laney, StandardChart.Usual([Given.Standard().RecordPeriod(ReportingPeriod.Require("2026-01"),
            new(900, 1000), PeriodSource.Typed, null, Given.Somebody, Given.Now)!]));

    [Fact]
    public void OnlyWhatSaysSomething_IsPublished_Once()
    {
        ServiceStandard standard = Given.Standard();
        Given.Refuses("standard.nothing-to-publish", () => standard.Publish(Given.Somebody, Given.Now),
            "Write first what the standard commits to: the public reads what it can count on.");
        Given.Refuses("standard.not-public", standard.Unpublish, "This standard is not public.");
        standard.SetTerms(Given.Terms(), new(2026, 1, 1), null, Given.Somebody, Given.Now);
        standard.Publish(Given.Somebody, Given.Now);
        Given.Refuses("standard.published", () => standard.Publish(Given.Somebody, Given.Now), "This standard is public already.");
        standard.Unpublish();
        Given.Refuses("standard.note-ahead", () =>
            standard.Remark(StandardNoteKind.Change, new(2026, 12, 2), new("x", ""), Given.Somebody, Given.Now));
    }
}
