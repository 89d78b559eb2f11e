using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>What was counted becomes results, once, and what was recorded before stays readable.</summary>
public sealed class CasesShowTests(TestApp app)
{
    private const string Cases =
        "start,end\n2025-10-01,2025-10-05\n2025-11-03,2025-11-10\n2025-11-03,\n2026-01-05,2026-01-06\n2026-02-27,\n";

    [Fact]
    public async Task TheMonths_BecomeResults_WithOpenLateCasesMissed()
    {
        ServiceStandard standard = await app.StandardAsync(s => s.RecordPeriod(ReportingPeriod.Require("2025-11"), new(5, 5),
            PeriodSource.Typed, null, Recorded.Somebody, TestApp.Now));
        Page counted = await CasesNewTests.SendAsync(app, standard, Cases);
        Assert.Contains("Months before November 2025 are left out", counted.Text);
        Page shown = await counted.Submit(new() { ["months"] = "1" });
        Assert.Contains("2025-11: 1 / 2, before: 5 / 5.", shown.Text);
        Assert.Contains("How long cases take", shown.Text);
        await app.Services.TraceAsync("cases.take", counted.Id, "Analyst tester", "{}", "TakenBy");
        Assert.Equal(["2025-11 1 / 2", "2026-01 1 / 1"], await MonthsAsync(standard));
        await counted.RefusesAsync(409, new() { ["months"] = "1" }, ["This file has been taken over already."]);
    }

    [Fact]
    public async Task AFileWithoutAWholeMonth_HasNothingToTakeOver()
    {
        ServiceStandard standard = await app.StandardAsync();
        Page counted = await CasesNewTests.SendAsync(app, standard, "start,end\n2026-02-02,2026-02-03\n");
        Assert.Contains("The file knows no whole month that is over: there is no result to take over.", counted.Text);
    }

    private Task<string[]> MonthsAsync(ServiceStandard standard) => app.Db(async db =>
        (await db.PeriodResults.AsNoTracking().Where(p => p.StandardId == standard.Id).OrderBy(p => p.From).ToListAsync())
            .Select(p => $"{p.Period} {p.Figures}").ToArray());
}
