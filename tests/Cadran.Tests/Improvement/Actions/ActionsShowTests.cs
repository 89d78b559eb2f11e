using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>The steps of an action, in their order and by one person at a time.</summary>
public sealed class ActionsShowTests(TestApp app)
{
    [Fact]
    public async Task Start_WithoutADateOrInTheFuture_IsRefused()
    {
        Page open = await app.OpenActionAsync("Starts");
        await open.RefusesAsync(422, new() { ["StartedOn"] = "" }, ["Enter the date."], Start);
        await open.RefusesAsync(409, new() { ["StartedOn"] = "2031-01-01" }, ["The date cannot be in the future."], Start);
    }

    [Fact]
    public async Task PastItsDate_ItIsMarkedLate_OnItsOwnPageItsDecisionAndItsService_UntilItIsDelivered()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-60), closes: WaveData.Today.AddDays(-50));
        Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-40));
        ImprovementAction action = ImprovementAction.Open(decision, new("Overdue", ""), LocalText.Empty, "O", new(2026, 2, 1), "overall", 5,
            ["overall"], Recorded.Somebody, TestApp.Now);
        await app.Db(async db => { db.AddRange(decision, action); await db.SaveChangesAsync(); });
        Browser manager = await app.As(Cadran.People.Role.Manager);
        Page own = await manager.Get($"/improvement/actions/{action.Id}");
        Assert.Contains("late since February 1, 2026", own.Text);
        Page service = await manager.Get($"/catalogue/services/{wave.ServiceId}");
        Assert.Contains("late since February 1, 2026", service.Text);
        Assert.Contains("1 late", service.One("ol.chain").TextContent);
        Assert.Contains("overdue", (await manager.Get($"/improvement/decisions/{decision.Id}")).Text);
        Page delivered = await own.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver);
        Assert.DoesNotContain("late since", delivered.Text);
    }

    [Fact]
    public async Task Delivery_WithoutADateOrInTheFuture_IsRefused()
    {
        Page open = await app.OpenActionAsync("Delivers");
        await open.RefusesAsync(422, new() { ["DeliveredOn"] = "" }, ["Enter the date."], Deliver);
        await open.RefusesAsync(409, new() { ["DeliveredOn"] = "2031-01-01" }, ["The delivery date cannot be in the future."], Deliver);
    }

    [Theory]
    [InlineData("StartedOn", Start, "start before it was decided")]
    [InlineData("DeliveredOn", Deliver, "be delivered before it was decided")]
    public async Task StepBeforeTheDecision_IsRefused(string field, string step, string said)
    {
        Page open = await app.OpenActionAsync("Too early");
        DateOnly decided = await DecidedOnAsync();
        await open.RefusesAsync(409, new() { [field] = Day(decided.AddDays(-1)) },
            [$"An action cannot {said}, on {Long(decided)}."], step);
    }

    [Fact]
    public async Task Delivery_BeforeTheStart_IsRefused_OnTheSameDayNot()
    {
        Page open = await app.OpenActionAsync("In order");
        DateOnly started = (await DecidedOnAsync()).AddDays(3);
        await open.Submit(new() { ["StartedOn"] = Day(started) }, Start);
        await open.RefusesAsync(409, new() { ["DeliveredOn"] = Day(started.AddDays(-1)) },
            [$"An action cannot be delivered before it started, on {Long(started)}."], Deliver);
        Assert.Equal(200, (await open.Submit(new() { ["DeliveredOn"] = Day(started) }, Deliver)).Status);
    }

    private static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Abandoning_NeedsAReason()
    {
        Page open = await app.OpenActionAsync("Given up");
        await open.RefusesAsync(422, new() { ["Reason"] = "  " }, ["Give the reason."], Abandon);
        await open.RefusesAsync(422, new() { ["Reason"] = new string('x', 4001) }, ["Reason: 4000 characters at most."], Abandon);
    }

    [Fact]
    public async Task StepThatWasTaken_IsRefused()
    {
        Page open = await app.OpenActionAsync("Step by step");
        Assert.Equal(200, (await open.Submit(new() { ["StartedOn"] = "2026-02-10" }, Start)).Status);
        await open.RefusesAsync(409, new() { ["StartedOn"] = "2026-02-11" }, ["This action has already started or ended."], Start);
        Assert.Equal(200, (await open.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver)).Status);
        await open.RefusesAsync(409, new() { ["DeliveredOn"] = "2026-02-21" }, ["Only an open action can be delivered."], Deliver);
        await open.RefusesAsync(409, new() { ["Reason"] = "Too late." },
            ["Only an action that is not delivered can be abandoned."], Abandon);
    }

    [Fact]
    public async Task DeliveredAndAbandonedAtOnce_IsOneOfTheTwo()
    {
        for (int round = 0; round < 4; round++)
        {
            Page one = await app.OpenActionAsync("Raced"), other = await one.Browser.Get(one.Url);
            Page[] sent = await Race.SendAsync(
                () => one.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver),
                () => other.Submit(new() { ["Reason"] = "No money." }, Abandon));
            Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
            Page late = sent.First(p => p.Status == 409);
            bool told = late.Text.Contains(Changed, StringComparison.Ordinal) || late.Text.Contains("Only an ", StringComparison.Ordinal);
            Assert.True(told, late.Text);
            ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == one.Id));
            Assert.True(kept.DeliveredOn is null ^ kept.AbandonedAtUtc is null);
            // The page of whoever came second shows what happened, not what he wanted.
            bool abandoned = late.One("p.sub").TextContent.Contains("abandoned", StringComparison.Ordinal);
            Assert.Equal(kept.State == ActionState.Abandoned, abandoned);
            string subject = one.Id.ToString();
            Assert.Equal(1, await app.Db(db => db.AuditEvents.CountAsync(e =>
                e.SubjectId == subject && (e.Action == "action.deliver" || e.Action == "action.abandon"))));
        }
    }

    [Fact]
    public async Task LateSave_IsRefusedByTheDatabase()
    {
        Page open = await app.OpenActionAsync("Late");
        await app.Db(async late =>
        {
            ImprovementAction read = await late.ImprovementActions.FirstAsync(a => a.Id == open.Id);
            await open.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver);
            read.Abandon(new("No money.", ""), Recorded.Somebody, TestApp.Now);
            var refused = await Assert.ThrowsAsync<RuleViolationException>(() => late.SaveChangesAsync());
            Assert.Equal((Refusals.Changed, Changed), (refused.Code, refused.Message));
        });
    }

    private async Task<DateOnly> DecidedOnAsync()
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        return wave.ClosesOn.AddDays(5);
    }
}
