using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Trails;

/// <summary>Every step of the improvement register leaves its event: who, on what, from what to what.</summary>
public sealed class RegisterTrailTests(TestApp app)
{
    private const string Manager = "Manager tester";

    [Fact]
    public async Task Decision_RecordedAndWithdrawn()
    {
        Page decision = await DecideAsync();
        await TraceAsync("decision.record", decision, "", "\"Title.En\":\"Trail\"");
        await decision.Submit(form: Step("Withdraw"));
        await TraceAsync("decision.withdraw", decision, "{}", "WithdrawnAtUtc");
        await TraceAsync("decision.withdraw", decision, "{}", "\"WithdrawnBy\":\"Manager tester\"");
    }

    [Fact]
    public async Task Target_SetAndWithdrawn()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page target = await (await Get($"/improvement/targets/new?service={service.Id}")).Submit(new()
        {
            ["Input.Wave"] = service.Waves[1].Id.ToString(), ["Input.Item"] = "overall", ["Input.Kind"] = "Points", ["Input.Change"] = "4",
            ["Input.DueOn"] = "2028-06-30",
        });
        await TraceAsync("target.set", target, "", "\"Change.Amount\":\"4\"");
        await target.Submit(form: Step("Withdraw"));
        await TraceAsync("target.withdraw", target, "{}", "WithdrawnAtUtc");
    }

    [Fact]
    public async Task Action_OpenedStartedDeliveredAndJudged()
    {
        Wave after = (await MeasuredService.GetAsync(app)).Waves[2];
        DateOnly delivery = after.OpensOn.AddDays(-5);
        Page action = await OpenAsync(await DecideAsync());
        await TraceAsync("action.open", action, "", "\"Title.En\":\"Step\"");
        await action.Submit(new() { ["StartedOn"] = delivery.AddDays(-5).ToString("yyyy-MM-dd") }, Step("Start"));
        await TraceAsync("action.start", action, "{}", "StartedOn");
        await action.Submit(new() { ["DeliveredOn"] = delivery.ToString("yyyy-MM-dd") }, Step("Deliver"));
        await TraceAsync("action.deliver", action, "{}", "DeliveredOn");
        await (await Get(action.Url)).Submit(new()
        {
            ["Judgement.AfterWave"] = after.Id.ToString(), ["Judgement.Verdict"] = "NotShown", ["Judgement.Reason"] = "Not sure.",
        }, Step("Judge"));
        await TraceAsync("action.judge", action, "{}", "Not sure.");
    }

    [Fact]
    public async Task Action_Abandoned()
    {
        Page action = await OpenAsync(await DecideAsync());
        await action.Submit(new() { ["Reason"] = "Given up." }, Step("Abandon"));
        await TraceAsync("action.abandon", action, null, "Given up.");
    }

    [Fact]
    public async Task Texts_AddedInTheOtherLanguage()
    {
        Page decision = await DecideAsync(), action = await OpenAsync(decision);
        await decision.Submit(new() { ["Texts.Title"] = "Trace" }, Step("Texts"));
        await TraceAsync("decision.texts", decision, "{\"Added\":\"[]\"}", "\"Title.Fr\":\"Trace\"");
        await action.Submit(new() { ["Texts.Title"] = "Étape" }, Step("Texts"));
        await TraceAsync("action.texts", action, "{\"Added\":\"[]\"}", "\"Title.Fr\":\"Étape\"");
    }

    private async Task<Page> DecideAsync()
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        return await (await Get($"/improvement/decisions/new?wave={wave.Id}&driver=timeliness")).Submit(new()
        {
            ["Input.Title"] = "Trail", ["Input.Reasons"] = "R", ["Input.Body"] = "B",
            ["Input.DecidedOn"] = wave.ClosesOn.AddDays(5).ToString("yyyy-MM-dd"),
        });
    }

    private async Task<Page> OpenAsync(Page decision) => await (await Get($"/improvement/actions/new?decision={Id(decision)}")).Submit(new()
    {
        ["Input.Title"] = "Step", ["Input.Owner"] = "O", ["Input.DueOn"] = "2026-12-01", ["Input.Item"] = "timeliness",
        ["Input.ExpectedPoints"] = "5",
    });

    private static string Step(string handler) => $"form[action$='handler={handler}']";

    private static Guid Id(Page page) => page.Id;

    private Task TraceAsync(string action, Page about, string? before, string? after) =>
        app.Services.TraceAsync(action, Id(about), Manager, before, after);

    private async Task<Page> Get(string path) => await (await app.As(Role.Manager)).Get(path);
}
