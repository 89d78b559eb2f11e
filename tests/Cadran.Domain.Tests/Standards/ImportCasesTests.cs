using System.Text;
using Cadran.Catalogue;
using Cadran.Standards;
using Microsoft.Extensions.Time.Testing;

namespace Cadran.Domain.Tests.Standards;

/// <summary>A file of cases becomes results: by hand where a person can count, and hostile rows with their place.</summary>
public sealed class ImportCasesTests
{
    private static readonly Service Permits = Service.Create(Guid.NewGuid(), "P-1", new("Permits", "Permis"));

    [Fact]
    public void Cases_CountInTheMonthInWhichTheyAreDecided()
    {
        CaseFile file = Count("""
            start,end
            2026-03-02,2026-03-13
            2026-03-02,2026-03-16
            2026-03-02,2026-03-17
            2026-03-30,2026-05-20
            2026-03-30,
            2026-05-25,
            """);
        // Ten business days after 2 March is the 16th; after 30 March, with Good Friday and Easter Monday, 15 April.
        Assert.Equal(
            [("2026-03", 2, 3, 0), ("2026-04", 0, 2, 1)],
            CaseCounts.ByPeriod(file.Counts, 1).Select(p => (p.Period.ToString(), (int)p.Figures.Meeting, (int)p.Figures.Total,
                (int)p.Figures.OpenLate)));
        Assert.Equal(1, CaseCounts.Running(file.Counts));
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)), (file.Report.FirstOpened, file.Report.FirstWhole));
    }

    [Fact]
    public void OpenCasesThatAreLate_LowerTheShare_ThatClosedOnesFlatter()
    {
        var rows = new StringBuilder("start,end\n");
        for (int i = 0; i < 60; i++) rows.Append("2026-04-01,2026-04-08\n");
        for (int i = 0; i < 40; i++) rows.Append("2026-04-01,\n");
        CaseTimes times = Count(rows.ToString()).Report.Times!;
        Assert.Equal((100, 60), (times.Cases, times.Closed));
        Assert.Equal(0.6, times.Within!.Value, 10);
        Assert.Equal(1, times.WithinOfClosed);
        Assert.Equal(3, times.Median); // Good Friday and Easter Monday are closed
        Assert.Null(times.ByPromised);
    }

    [Fact]
    public void Pauses_StopTheClock()
    {
        CaseFile file = Count("""
            start,end,pauses
            2026-03-02,2026-03-18,2026-03-04/2026-03-06
            2026-03-02,2026-03-18,2
            2026-03-02,2026-03-18,1
            2026-03-02,2026-03-18,2026-03-04/2026-03-05;2026-03-04/2026-03-05
            """);
        Assert.Equal((2, 2), (Sum(file, CaseState.InTime), Sum(file, CaseState.Late)));
    }

    [Fact]
    public void TheVersionOfTheDay_JudgesACase()
    {
        ServiceStandard standard = Given.Standard(Given.Terms(5, TimeUnit.Days));
        standard.SetTerms(Given.Terms(3, TimeUnit.Days), new(2026, 4, 1), "Faster.", Given.Somebody, Given.Now);
        CaseFile file = Count("start,end\n2026-03-02,2026-03-06\n2026-04-02,2026-04-06\n", standard);
        Assert.Equal((1, 1), (Sum(file, CaseState.InTime), Sum(file, CaseState.Late)));
    }

    [Fact]
    public void Seconds_AreExact_HoweverCoarselyTheyAreKept()
    {
        ServiceStandard standard = Given.Standard(Given.Terms(1, TimeUnit.Hours));
        CaseFile file = Count("""
            start,end
            2026-03-02T10:00:00,2026-03-02T11:00:00
            2026-03-02T10:00:00,2026-03-02T11:00:01
            2026-03-02T10:00:00Z,2026-03-02T05:59:59-05:00
            """, standard);
        Assert.Equal((2, 1), (Sum(file, CaseState.InTime), Sum(file, CaseState.Late)));
        Assert.Equal([240, 241], file.Counts.Select(c => c.Like.Steps));
    }

    [Theory]
    [InlineData("x,2026-03-03", CaseReason.NoTime, "start", "x")]
    [InlineData(",2026-03-03", CaseReason.NoStart, "start", "")]
    [InlineData("2026-02-30,", CaseReason.NoTime, "start", "2026-02-30")]
    [InlineData("03/02/2026,", CaseReason.NoTime, "start", "03/02/2026")]
    [InlineData("2026-03-02,2026-03-01", CaseReason.EndsBeforeStart, "end", "2026-03-01")]
    [InlineData("2026-03-02,2027-03-01", CaseReason.AfterTheDay, "end", "2027-03-01")]
    [InlineData("1889-03-02,", CaseReason.OutOfRange, "start", "1889-03-02")]
    [InlineData("2026-03-02,2026-03-03,1,TEL", CaseReason.OtherCells, "", "")]
    [InlineData("2026-03-02,2026-03-03,-1", CaseReason.NoPause, "pauses", "-1")]
    [InlineData("2026-03-02,2026-03-03,=cmd|'/c calc'!A0", CaseReason.NoPause, "pauses", "=cmd|'/c calc'!A0")]
    [InlineData("2026-03-02,2026-03-03,9", CaseReason.PauseTooLong, "pauses", "9")]
    public void ARowThatCannotBe_IsLeftOut_WithItsPlace(string row, CaseReason why, string column, string written)
    {
        string padded = row.Count(c => c == ',') == 1 ? row + "," : row;
        CaseReport report = Count($"start,end,pauses\n2026-03-02,2026-03-03,\n{padded}\n").Report;
        Assert.Equal(new CasesLeftOut(why, 1, 3, 3, column, written), report.LeftOut.Single());
        Assert.Equal((2, 1, 1), (report.Rows, report.Cases, report.Bad));
    }

    [Fact]
    public void CasesOfOtherServicesAndChannels_AreNoErrors()
    {
        CaseReport report = Count("""
            start,end,service,channel
            2026-03-02,2026-03-03,p-1,ONL
            2026-03-02,2026-03-03,Permis,online
            2026-03-02,2026-03-03,P-2,ONL
            2026-03-02,2026-03-03,P-1,TEL
            """).Report;
        Assert.Equal((4, 2, 0), (report.Rows, report.Cases, report.Bad));
        Assert.Equal([CaseReason.OtherService, CaseReason.OtherChannel], report.LeftOut.Select(l => l.Why));
    }

    [Fact]
    public void WhatIsNoFileOfCases_IsRefused()
    {
        Given.Refuses("csv.missing-column", () => Count("a,b\n1,2\n"));
        Given.Refuses("csv.empty", () => Count(""));
        Given.Refuses("cases.no-limit", () => Count("start,end\n", Given.Standard(
            Given.Terms() with { Measure = StandardMeasure.Quality })), "Only a standard with a limit of time is counted from cases.");
        ServiceStandard mixed = Given.Standard(Given.Terms(2, TimeUnit.Days));
        mixed.SetTerms(Given.Terms(48, TimeUnit.Hours), new(2026, 1, 1), "Hours.", Given.Somebody, Given.Now);
        Given.Refuses("cases.units", () => Count("start,end\n", mixed));
    }

    [Fact]
    public void TakenOver_TheWholeMonthsBecomeResults_OnceAFile()
    {
        ServiceStandard standard = Given.Standard(Given.Terms());
        CaseFile file = Count("start,end\n2026-03-02,2026-03-03\n2026-04-20,2026-04-28\n2026-05-04,2026-05-27\n", standard);
        file.TakeInto(standard, 1, Given.Somebody, Given.Now);
        Assert.Equal(["2026-04 1 / 1", "2026-05 0 / 1"], standard.Periods.Select(p => $"{p.Period} {p.Figures}"));
        Assert.All(standard.Periods, p => Assert.Equal((PeriodSource.Cases, file.Id), (p.Source, p.CaseFileId)));
        Given.Refuses("cases.taken", () => file.TakeInto(standard, 1, Given.Somebody, Given.Now));
        Given.Refuses("cases.no-period",
            () => Count("start,end\n2026-05-04,\n", standard).TakeInto(standard, 1, Given.Somebody, Given.Now));
    }

    [Fact]
    public void Counts_AreKeptAsTheyAre()
    {
        CaseFile file = Count("start,end\n2026-03-02,2026-03-03\n2026-05-25,\n2026-05-25,\n");
        Assert.Equal(file.Counts, CaseCounts.Read(CaseCounts.Write(file.Counts)));
    }

    private static int Sum(CaseFile file, CaseState state) => file.Counts.Where(c => c.Like.State == state).Sum(c => c.Cases);

    private static CaseFile Count(string text, ServiceStandard? standard = null)
    {
        standard ??= Given.Standard(Given.Terms());
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
        time.SetLocalTimeZone(TimeZoneInfo.Utc);
        Dictionary<Guid, WorkingTime> calendars = standard.Versions.Select(v => v.Terms.CalendarId).OfType<Guid>().Distinct()
            .ToDictionary(id => id, _ => Office);
        return new ImportCases(null!, time).Read(standard, Permits, new MemoryStream(Encoding.UTF8.GetBytes(text)), "cases.csv",
            new(2026, 5, 31), calendars, Given.Somebody, null, CancellationToken.None);
    }

    private static readonly WorkingTime Office = WorkingTime.Of(Given.Calendar());
}
