using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Improvement;

/// <summary>What the improvement pages refuse, and in which words.</summary>
public sealed class RefusalTests(TestApp app)
{
    private const string Start = "form[action$='handler=Start']", Deliver = "form[action$='handler=Deliver']",
        Abandon = "form[action$='handler=Abandon']", Judge = "form[action$='handler=Judge']";
    private static readonly string TooLong = new('x', 4001);

    [Fact]
    public async Task Decision_WithoutDriver_OrTooLong()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await Get($"/improvement/decisions/new?wave={service.Waves[1].Id}");
        Dictionary<string, string> fine =
            new() { ["Input.Title"] = "T", ["Input.Reasons"] = "R", ["Input.Body"] = "B", ["Input.DecidedOn"] = "2026-02-01" };
        await form.RefusesAsync(422, new(fine) { ["Input.Driver"] = "" }, ["Choose a driver."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Driver"] = "weather" }, ["Choose a driver."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Title"] = TooLong, ["Input.Reasons"] = TooLong, ["Input.Also.Reasons"] = TooLong },
            ["Use at most 200 characters.", "Use at most 4000 characters."]);
        await form.RefusesAsync(422, new(fine) { ["Input.DecidedOn"] = "tomorrow" }, ["Date of the decision: " +
            "“tomorrow” could not be read."]);
    }

    [Fact]
    public async Task Target_EachFieldThatIsMissingOrWrong()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await Get($"/improvement/targets/new?service={service.Id}");
        await form.RefusesAsync(422,
            new() { ["Input.Wave"] = "", ["Input.Item"] = "", ["Input.Change"] = "", ["Input.DueOn"] = "", ["Input.Kind"] = "" },
            ["Choose the wave to start from.", "Choose what the target is about.", "Enter a number above 0.", "Enter the date.",
                "A value is missing."]);
        Dictionary<string, string> fine = new()
        {
            ["Input.Wave"] = service.Waves[1].Id.ToString(),
            ["Input.Item"] = "overall",
            ["Input.Kind"] = "Points",
            ["Input.Change"] = "5",
            ["Input.DueOn"] = "2028-06-30",
        };
        foreach (string change in new[] { "0", "-5", "101" })
            await form.RefusesAsync(422, new(fine) { ["Input.Change"] = change }, ["Enter a number above 0, at most 100."]);
        foreach (string change in new[] { "a lot", "NaN", "1e999" })
            await form.RefusesAsync(422, new(fine) { ["Input.Change"] = change }, [$"“{change}” could not be read."]);
        await form.RefusesAsync(409, new(fine) { ["Input.DueOn"] = "2020-01-01" }, ["The date must be in the future."]);
        await form.RefusesAsync(409, new(fine) { ["Input.Item"] = "weather" }, ["This wave has no publishable score for this measure. " +
            "Choose another wave or measure."]);
    }

    [Fact]
    public async Task Target_FromAWaveThatIsNotOver()
    {
        Wave closed = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-60), closes: WaveData.Today.AddDays(-50));
        Wave open =
            Wave.Plan(closed.ServiceId, closed.VersionId, "2026-2", WaveData.Today, WaveData.Today.AddDays(10), Actor.System, TestApp.Now);
        Wave stopped =
            Wave.Plan(closed.ServiceId, closed.VersionId, "2026-3", WaveData.Today, WaveData.Today.AddDays(90), Actor.System, TestApp.Now);
        stopped.Close(Actor.System, TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(open, stopped);
            await db.SaveChangesAsync();
        });
        var store = app.Services.GetRequiredService<ResponseStore>();
        foreach (Wave wave in new[] { open, stopped })
            await store.AddRangeAsync(Enumerable.Range(0, 10).Select(i => WaveData.Response(wave.Id, $$"""{"overall":{{3 + i % 2}}}""")));
        Page form = await Get($"/improvement/targets/new?service={closed.ServiceId}");
        Dictionary<string, string> fine =
            new() { ["Input.Item"] = "overall", ["Input.Kind"] = "Points", ["Input.Change"] = "5", ["Input.DueOn"] = "2026-05-01" };
        await form.RefusesAsync(409, new(fine) { ["Input.Wave"] = open.Id.ToString() }, ["A target starts from a wave that is over. " +
            "Choose a closed one."]);
        await form.RefusesAsync(409, new(fine) { ["Input.Wave"] = stopped.Id.ToString() },
            [$"The date must be after the last day of the baseline wave, {stopped.ClosesOn:yyyy-MM-dd}."]);
    }

    [Fact]
    public async Task Target_RelativeToNothing_IsNoTarget()
    {
        // So many that their all being of one mind is no secret of any of them.
        Measured lowest = await MeasureAsync([.. Enumerable.Repeat(1, 30)], []);
        Page form = await Get($"/improvement/targets/new?service={lowest.Before.ServiceId}");
        await form.RefusesAsync(409, new()
        {
            ["Input.Wave"] = lowest.Before.Id.ToString(),
            ["Input.Item"] = "overall",
            ["Input.Kind"] = "Relative",
            ["Input.Change"] = "10",
            ["Input.DueOn"] = "2028-06-30",
        },
            ["The target must be above the baseline."]);
    }

    [Fact]
    public async Task Target_WithdrawnTwice()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page set = await (await Get($"/improvement/targets/new?service={service.Id}")).Submit(new()
        {
            ["Input.Wave"] = service.Waves[0].Id.ToString(),
            ["Input.Item"] = "overall",
            ["Input.Kind"] = "Points",
            ["Input.Change"] = "3",
            ["Input.DueOn"] = "2028-06-30",
        });
        Page withdrawn = await set.Submit(form: "details form");
        Assert.Contains("This target was withdrawn", withdrawn.Text);
        await set.RefusesAsync(409, [], ["This target is already withdrawn."], "details form");
    }

    [Fact]
    public async Task Action_EachFieldThatIsMissingOrWrong()
    {
        Guid decision = await DecisionAsync();
        Page form = await Get($"/improvement/actions/new?decision={decision}");
        await form.RefusesAsync(422,
            new() { ["Input.Title"] = " ", ["Input.Owner"] = "", ["Input.DueOn"] = "", ["Input.Item"] = "", ["Input.ExpectedPoints"] = "" },
            ["Say what will be done.", "Name the person who answers for it.", "Enter the date.", "Choose the measure it should move.",
                "Say by how many points it should move."]);
        Dictionary<string, string> fine = new()
        {
            ["Input.Title"] = "T",
            ["Input.Owner"] = "O",
            ["Input.DueOn"] = "2026-12-01",
            ["Input.Item"] = "timeliness",
            ["Input.ExpectedPoints"] = "5",
        };
        await form.RefusesAsync(422, new(fine) { ["Input.ExpectedPoints"] = "0" }, ["Enter a number above 0, at most 100."]);
        // Not one of the list: somebody wrote the form himself.
        foreach (string item in new[] { "weather", new string('x', 500) })
            await form.RefusesAsync(409, new(fine) { ["Input.Item"] = item }, ["The wave of the decision did not measure this. " +
                "Choose one of its measures."]);
        await form.RefusesAsync(422, new(fine)
        {
            ["Input.Title"] = TooLong,
            ["Input.Owner"] = TooLong,
            ["Input.Description"] = TooLong,
            ["Input.Also.Title"] = TooLong,
        }, ["Use at most 200 characters.", "Use at most 4000 characters."]);

        Page page = await Get($"/improvement/decisions/{decision}");
        await page.Submit(form: "form[action$='handler=Withdraw']");
        await form.RefusesAsync(409, fine, ["The decision was withdrawn: no action can be opened from it."]);
    }

    [Fact]
    public async Task Action_StepsOutOfOrder()
    {
        Page open = await OpenAsync();
        await open.RefusesAsync(422, new() { ["StartedOn"] = "" }, ["Enter the date."], Start);
        await open.RefusesAsync(409, new() { ["StartedOn"] = "2031-01-01" }, ["The date cannot be in the future."], Start);
        await open.RefusesAsync(422, new() { ["DeliveredOn"] = "" }, ["Enter the date."], Deliver);
        await open.RefusesAsync(422, new() { ["Reason"] = "  " }, ["Give the reason."], Abandon);
        await open.RefusesAsync(422, new() { ["Reason"] = TooLong }, ["Reason: 4000 characters at most."], Abandon);
        Assert.Equal(200, (await open.Submit(new() { ["StartedOn"] = "2026-02-10" }, Start)).Status);
        await open.RefusesAsync(409, new() { ["StartedOn"] = "2026-02-11" }, ["This action has already started or ended."], Start);
        Assert.Equal(200, (await open.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver)).Status);
        await open.RefusesAsync(409, new() { ["DeliveredOn"] = "2026-02-21" }, ["Only an open action can be delivered."], Deliver);
        await open.RefusesAsync(409, new() { ["Reason"] = "Too late." }, ["Only an action that is not delivered can be abandoned."],
            Abandon);
    }

    [Fact]
    public async Task Verdict_NeedsAWaveAReasonAndAMeasurement()
    {
        Measured service = await MeasureAsync([2, 2, 3, 2, 3, 2, 2, 3], [4, 5]);
        Page page = await Get($"/improvement/actions/{service.Action}");
        await page.RefusesAsync(422, new() { ["Judgement.AfterWave"] = "", ["Judgement.Verdict"] = "", ["Judgement.Reason"] = "" },
            ["Choose a wave fielded after the delivery.", "Choose a verdict.", "Say what you conclude, and from what."], Judge);
        await page.RefusesAsync(422, new()
        {
            ["Judgement.AfterWave"] = service.After.Id.ToString(),
            ["Judgement.Verdict"] = "Verified",
            ["Judgement.Reason"] = TooLong,
        }, ["Use at most 4000 characters."], Judge);
        await page.RefusesAsync(409, new()
        {
            ["Judgement.AfterWave"] = service.After.Id.ToString(),
            ["Judgement.Verdict"] = "NotShown",
            ["Judgement.Reason"] = "Two people.",
        },
            ["These two waves give no publishable change for this measure."], Judge);
        Assert.Null(await app.Db(db => db.ImprovementActions.Where(a => a.Id == service.Action).Select(a => a.Verdict).FirstAsync()));
    }

    [Fact]
    public async Task Verdict_IsRecordedOnce()
    {
        Measured service = await MeasureAsync([2, 2, 3, 2, 3, 2, 2, 3], [4, 5, 4, 5, 4, 5, 4, 5]);
        Page page = await Get($"/improvement/actions/{service.Action}");
        Dictionary<string, string> verdict = new()
        {
            ["Judgement.AfterWave"] = service.After.Id.ToString(),
            ["Judgement.Verdict"] = "Verified",
            ["Judgement.Reason"] = "Beyond the margin.",
        };
        Assert.Equal(200, (await page.Submit(verdict, Judge)).Status);
        await page.RefusesAsync(409, new(verdict) { ["Judgement.Verdict"] = "NotShown" }, ["A verdict on this action is recorded already."],
            Judge);
    }

    [Fact]
    public async Task DeliveredActionOnOverall_IsToVerify_AndItsChangeIsThePlannedOne()
    {
        int[] before = [.. Enumerable.Range(0, 40).Select(i => 1 + (i % 3))], after = [.. Enumerable.Range(0, 40).Select(i => 3 + (i % 3))];
        Measured service = await MeasureAsync(before, after);
        Assert.Contains("the one planned comparison, not adjusted", (await Get($"/improvement/actions/{service.Action}")).Text);
        AngleSharp.Dom.IElement effect =
            (await Get($"/catalogue/services/{service.Before.ServiceId}")).Document.QuerySelectorAll("ol.chain > li")[^1];
        // A count of nothing is left out.
        Assert.Equal("1 to verify", effect.QuerySelector("b")!.TextContent);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Manager)).Get(path);

    private async Task<Guid> DecisionAsync()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page decided = await (await Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness"))
            .Submit(new()
            {
                ["Input.Title"] = "To refuse",
                ["Input.Reasons"] = "R",
                ["Input.Body"] = "B",
                ["Input.DecidedOn"] = "2026-01-20",
            });
        return Guid.Parse(decided.Url.Split('/')[^1]);
    }

    private async Task<Page> OpenAsync() =>
        await (await Get($"/improvement/actions/new?decision={await DecisionAsync()}"))
            .Submit(new()
            {
                ["Input.Title"] = "Step by step",
                ["Input.Owner"] = "O",
                ["Input.DueOn"] = "2026-12-01",
                ["Input.Item"] = "timeliness",
                ["Input.ExpectedPoints"] = "5",
            });

    private sealed record Measured(Wave Before, Wave After, Guid Action);

    /// <summary>A service with a wave before and one after the delivery of an action, with these overall ratings.</summary>
    private async Task<Measured> MeasureAsync(int[] before, int[] after)
    {
        DateOnly today = WaveData.Today;
        Wave first = await WaveData.AddAsync(app, opens: today.AddDays(-60), closes: today.AddDays(-50));
        var second =
            Wave.Plan(first.ServiceId, first.VersionId, "2026-2", today.AddDays(-20), today.AddDays(-10), Actor.System, TestApp.Now);
        Decision decision = Recorded.Decision(first, today.AddDays(-45));
        ImprovementAction action = Recorded.Delivered(decision, MeasureNames.Overall, today.AddDays(-30));
        await app.Db(async db =>
        {
            db.AddRange(second, decision, action);
            await db.SaveChangesAsync();
        });
        var store = app.Services.GetRequiredService<ResponseStore>();
        await store.AddRangeAsync(before.Select(rating => WaveData.Response(first.Id, $$"""{"overall":{{rating}}}""")));
        await store.AddRangeAsync(after.Select(rating => WaveData.Response(second.Id, $$"""{"overall":{{rating}}}""")));
        return new Measured(first, second, action.Id);
    }
}
