using Cadran.Improvement;
using Cadran.Standards;
using Cadran.Tests.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Improvement;

/// <summary>A standard that was missed comes into the register by the rule, once.</summary>
public sealed class StandardEntriesTests(TestApp app)
{
    [Fact]
    public async Task AMissedMonth_RaisesOneEntry_HoweverOftenOneLooks()
    {
        ServiceStandard missed = await app.StandardAsync(s => s.Months(95, 95, 70));
        ServiceStandard kept = await app.StandardAsync(s => s.Months(95, 95, 96));
        await LookAsync();
        await LookAsync();
        ImprovementAction entry = Assert.Single(await OfAsync(missed.Id));
        Assert.Equal((ActionState.Raised, "2026-02", "system"), (entry.State, entry.SourceWords, entry.OpenedBy));
        Assert.Contains("missed its target", entry.Title.En);
        Assert.Contains("n’a pas atteint sa cible", entry.Title.Fr);
        Assert.Contains("70 / 100", entry.Description.En);
        await app.Services.TraceAsync("action.raise", entry.Id, "system", "", "missed its target");
        Assert.Empty(await OfAsync(kept.Id));
    }

    [Fact]
    public async Task WhatIsUnderWay_IsNotRaisedAgain_AndWhatWasDeclinedIs()
    {
        ServiceStandard standard = await app.StandardAsync();
        await MissAsync(standard.Id, new(2026, 1, 1));
        await LookAsync();
        await MissAsync(standard.Id, new(2026, 2, 1));
        await LookAsync();
        ImprovementAction first = Assert.Single(await OfAsync(standard.Id));
        await app.Db(async db =>
        {
            ImprovementAction entry = await db.ImprovementActions.FirstAsync(a => a.Id == first.Id);
            entry.Assess(new(ActionSize.Small, null, ActionSize.Small, new("B", "")), null, null, [], Recorded.Somebody, TestApp.Now);
            entry.Decline(new("Known cause.", ""), Recorded.Somebody, TestApp.Now);
            await db.SaveChangesAsync();
        });
        await LookAsync();
        Assert.Equal(["2026-01", "2026-02"], (await OfAsync(standard.Id)).Select(a => a.SourceWords).Order());
    }

    private Task MissAsync(Guid id, DateOnly month) => app.Db(async db =>
    {
        (ServiceStandard standard, _) = await db.FindWholeStandardAsync(id, CancellationToken.None);
        db.Add(standard.RecordPeriod(ReportingPeriod.Of(month, 1), new(60, 100), PeriodSource.Typed, null, Recorded.Somebody,
            TestApp.Now)!);
        await db.SaveChangesAsync();
    });

    private async Task LookAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<StandardEntries>().RaiseAsync(CancellationToken.None);
    }

    private Task<List<ImprovementAction>> OfAsync(Guid standard) =>
        app.Db(db => db.ImprovementActions.AsNoTracking().Where(a => a.SourceId == standard).ToListAsync());
}
