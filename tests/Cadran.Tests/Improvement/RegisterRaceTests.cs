using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>Two people, or one who clicks twice, at the same moment: the register keeps to its rules.</summary>
public sealed class RegisterRaceTests(TestApp app)
{
    private const string Changed = "Somebody has changed this in the meantime. What is written stays: look at it again.";
    private const string Deliver = "form[action$='handler=Deliver']";
    private const string Abandon = "form[action$='handler=Abandon']";
    private const string Withdraw = "form[action$='handler=Withdraw']";

    [Fact]
    public async Task DeliveredAndAbandoned_IsOneOfTheTwo()
    {
        for (int round = 0; round < 4; round++)
        {
            Guid id = await ActionAsync();
            Page one = await Get($"/improvement/actions/{id}"), other = await Get($"/improvement/actions/{id}");
            Page[] sent = await Race.SendAsync(
                () => one.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver),
                () => other.Submit(new() { ["Reason"] = "No money." }, Abandon));
            Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
            Page late = sent.First(p => p.Status == 409);
            bool told = late.Text.Contains(Changed, StringComparison.Ordinal) || late.Text.Contains("Only an ", StringComparison.Ordinal);
            Assert.True(told, late.Text);
            ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == id));
            Assert.True(kept.DeliveredOn is null ^ kept.AbandonedAtUtc is null);
            // The page of whoever came second shows what happened, not what he wanted.
            bool abandoned = late.One("p.sub").TextContent.Contains("abandoned", StringComparison.Ordinal);
            Assert.Equal(kept.State == ActionState.Abandoned, abandoned);
            string subject = id.ToString();
            Assert.Equal(1, await app.Db(db => db.AuditEvents.CountAsync(e =>
                e.SubjectId == subject && (e.Action == "action.deliver" || e.Action == "action.abandon"))));
        }
    }

    [Fact]
    public async Task LateSave_IsRefusedByTheDatabase()
    {
        Guid id = await ActionAsync();
        await app.Db(async late =>
        {
            ImprovementAction read = await late.ImprovementActions.FirstAsync(a => a.Id == id);
            await (await Get($"/improvement/actions/{id}")).Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver);
            read.Abandon(new("No money.", ""), Recorded.Somebody, TestApp.Now);
            var refused = await Assert.ThrowsAsync<RuleViolationException>(() => late.SaveChangesAsync());
            Assert.Equal((Refusals.Changed, Changed), (refused.Code, refused.Message));
        });
    }

    [Fact]
    public async Task TargetWithdrawnTwiceAtOnce_IsWithdrawnOnce()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page set = await (await Get($"/improvement/targets/new?service={service.Id}")).Submit(Target(service, "4"));
        Page again = await Get(set.Url);
        Page[] sent = await Race.SendAsync(() => set.Submit(form: Withdraw), () => again.Submit(form: Withdraw));
        Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
        string subject = set.Url.Split('/')[^1];
        Assert.Equal(1, await app.Db(db => db.AuditEvents.CountAsync(e => e.SubjectId == subject && e.Action == "target.withdraw")));
    }

    [Fact]
    public async Task DecisionWithdrawn_WhileAnActionIsOpenedFromIt_NeverHasOneOpenedLater()
    {
        for (int round = 0; round < 4; round++)
        {
            Guid decision = await DecisionAsync($"Withdrawn meanwhile {round}");
            Page form = await Get($"/improvement/actions/new?decision={decision}"), page = await Get($"/improvement/decisions/{decision}");
            Page[] sent = await Race.SendAsync(() => form.Submit(Action), () => page.Submit(form: Withdraw));
            Assert.Equal(200, sent[1].Status);
            string[] order = await app.Db(db => db.AuditEvents.Where(e => e.Action == "action.open" || e.Action == "decision.withdraw")
                .OrderByDescending(e => e.Number).Take(2).Select(e => e.Action).ToArrayAsync());
            bool opened = await app.Db(db => db.ImprovementActions.AnyAsync(a => a.DecisionId == decision));
            Assert.Equal(opened ? 200 : 409, sent[0].Status);
            Assert.Equal("decision.withdraw", order[0]); // the last thing that happened, whoever was first
        }
    }

    [Fact]
    public async Task FormSentTwiceAtOnce_IsRecordedOnce_AndLeadsThereBothTimes()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Guid decision = await DecisionAsync("Sent twice");
        foreach ((string path, Dictionary<string, string> values) in new[]
        {
            ($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness", Decision("Clicked twice")),
            ($"/improvement/actions/new?decision={decision}", Action),
            ($"/improvement/targets/new?service={service.Id}", Target(service, "7")),
        })
        {
            Page form = await Get(path);
            int before = await RecordsAsync();
            Page[] sent = await Race.SendAsync(() => form.Submit(values), () => form.Submit(values), () => form.Submit(values));
            Assert.All(sent, page => Assert.Equal((200, sent[0].Url), (page.Status, page.Url)));
            Assert.Equal(before + 1, await RecordsAsync());
            // Later too, from a page that was left open; but other words are another record.
            Assert.Equal(sent[0].Url, (await form.Submit(values)).Url);
            string field = path.Contains("targets", StringComparison.Ordinal) ? "Input.Change" : "Input.Title";
            Page other = await form.Submit(new(values) { [field] = field == "Input.Change" ? "6" : "Other words" });
            Assert.True(other.Status == 200, other.Text);
            Assert.NotEqual(sent[0].Url, other.Url);
        }
    }

    private Task<int> RecordsAsync() =>
        app.Db(async db => await db.Decisions.CountAsync() + await db.ImprovementActions.CountAsync() + await db.Targets.CountAsync());

    private static Dictionary<string, string> Decision(string title) =>
        new() { ["Input.Title"] = title, ["Input.Reasons"] = "R", ["Input.Body"] = "B", ["Input.DecidedOn"] = "2026-01-20" };

    private static Dictionary<string, string> Action => new()
    {
        ["Input.Title"] = "Step",
        ["Input.Owner"] = "O",
        ["Input.DueOn"] = "2026-12-01",
        ["Input.Item"] = "timeliness",
        ["Input.ExpectedPoints"] = "5",
    };

    private static Dictionary<string, string> Target(MeasuredService service, string change) => new()
    {
        ["Input.Wave"] = service.Waves[1].Id.ToString(), ["Input.Item"] = "overall", ["Input.Kind"] = "Points", ["Input.Change"] = change,
        ["Input.DueOn"] = "2028-06-30",
    };

    private async Task<Guid> DecisionAsync(string title)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness");
        Page decided = await form.Submit(Decision(title));
        return Guid.Parse(decided.Url.Split('/')[^1]);
    }

    private async Task<Guid> ActionAsync()
    {
        Page opened = await (await Get($"/improvement/actions/new?decision={await DecisionAsync("Raced")}")).Submit(Action);
        return Guid.Parse(opened.Url.Split('/')[^1]);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Manager)).Get(path);
}
