using Cadran.Collection;
using Cadran.Tests.Support;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Trails;

/// <summary>Every step of the improvement register leaves its event: who, on what, from what to what.</summary>
public sealed class RegisterTrailTests(TestApp app)
{
    [Fact]
    public async Task Decision_RecordedAndWithdrawn()
    {
        Page decision = await app.DecideAsync("Trail");
        await TraceAsync("decision.record", decision, "", "\"Title.En\":\"Trail\"");
        await (await decision.Browser.Get(decision.Url + "/edit"))
            .Submit(new() { ["Input.TitleFr"] = "Trace", ["Input.Reason"] = "It was missing." });
        await TraceAsync("decision.correct", decision, "\"Corrections\":\"[]\"", "It was missing.");
        await decision.Submit(form: Withdraw);
        await TraceAsync("decision.withdraw", decision, "{}", "WithdrawnAtUtc");
        await TraceAsync("decision.withdraw", decision, "{}", "\"WithdrawnBy\":\"Manager tester\"");
    }

    [Fact]
    public async Task Target_SetAndWithdrawn()
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        Page target = await (await app.TargetFormAsync()).Submit(Target(wave, "4"));
        await TraceAsync("target.set", target, "", "\"Change.Amount\":\"4\"");
        await (await target.Browser.Get(target.Url + "/edit"))
            .Submit(new() { ["Input.Change"] = "6", ["Input.Reason"] = "The board wants more." });
        await TraceAsync("target.correct", target, "\"Change.Amount\":\"4\"", "The board wants more.");
        await target.Submit(form: Withdraw);
        await TraceAsync("target.withdraw", target, "{}", "WithdrawnAtUtc");
    }

    [Fact]
    public async Task Action_OpenedStartedDeliveredAndJudged()
    {
        Wave after = (await MeasuredService.GetAsync(app)).Waves[2];
        Page action = await app.OpenActionAsync("Step");
        await TraceAsync("action.open", action, "", "\"Title.En\":\"Step\"");
        await action.Submit(new() { ["StartedOn"] = Day(after.OpensOn.AddDays(-10)) }, Start);
        await TraceAsync("action.start", action, "{}", "StartedOn");
        Page delivered = await action.Submit(new() { ["DeliveredOn"] = Day(after.OpensOn.AddDays(-5)) }, Deliver);
        await TraceAsync("action.deliver", action, "{}", "DeliveredOn");
        await delivered.Submit(new() { ["TakeBackReason"] = "Not for all." }, "form[action$='handler=TakeBack']");
        await TraceAsync("action.take-back", action, "DeliveredOn", "Not for all.");
        Page edit = await action.Browser.Get(action.Url + "/edit");
        await edit.Submit(new() { ["Input.DueOn"] = "2027-01-15", ["Input.Reason"] = "Late parts." });
        await TraceAsync("action.correct", action, "2026-12-01", "Late parts.");
        delivered = await (await action.Browser.Get(action.Url))
            .Submit(new() { ["DeliveredOn"] = Day(after.OpensOn.AddDays(-5)) }, Deliver);
        await delivered.Submit(Verdict(after, "NotShown", "Not sure."), Judge);
        await TraceAsync("action.judge", action, "{}", "Not sure.");
    }

    [Fact]
    public async Task Action_Abandoned()
    {
        Page action = await app.OpenActionAsync("Step");
        await action.Submit(new() { ["Reason"] = "Given up." }, Abandon);
        await TraceAsync("action.abandon", action, null, "Given up.");
    }

    [Fact]
    public async Task Texts_AddedInTheOtherLanguage()
    {
        Page decision = await app.DecideAsync("Trail"), action = await app.OpenActionAsync("Step");
        await decision.Submit(new() { ["Texts.Title"] = "Trace" }, Texts);
        await TraceAsync("decision.texts", decision, "{\"Added\":\"[]\"}", "\"Title.Fr\":\"Trace\"");
        await action.Submit(new() { ["Texts.Title"] = "Étape" }, Texts);
        await TraceAsync("action.texts", action, "{\"Added\":\"[]\"}", "\"Title.Fr\":\"Étape\"");
    }

    private Task TraceAsync(string action, Page about, string? before, string? after) =>
        app.Services.TraceAsync(action, about.Id, "Manager tester", before, after);
}
