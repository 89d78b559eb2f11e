using Cadran.Improvement;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.EntryForms;

namespace Cadran.Tests.Improvement;

/// <summary>An entry is approved, deferred or declined with a reason, delivered, closed and opened again.</summary>
public sealed class ActionsDecideTests(TestApp app)
{
    [Fact]
    public async Task FromRaisedToClosed_AndOpenedAgain_EachStepSaysWhoAndWhy()
    {
        Page entry = await AssessedAsync("The whole way");
        Page approved = await (await entry.Browser.Get(entry.Url + "/decide")).Submit(Approved());
        Assert.Contains("to start", approved.Text);
        Assert.Contains("L. Tremblay answers for it · due December 1, 2026", approved.Text);
        Assert.Contains("It is worth it.", approved.Text);
        await app.Services.TraceAsync("action.decide", entry.Id, "Manager tester", null, "It is worth it.");
        Page delivered = await approved.Submit(new() { ["DeliveredOn"] = RegisterForms.Day(TestApp.Now.Today) }, RegisterForms.Deliver);
        Assert.Contains("No score was named that it should move", delivered.Text);
        await delivered.RefusesAsync(422, new() { ["Reason"] = " " }, ["Give the reason."], Close);
        Page closed = await delivered.Submit(new() { ["Reason"] = "Done in all offices." }, Close);
        await app.Services.TraceAsync("action.close", entry.Id, "Manager tester", null, "Done in all offices.");
        await delivered.RefusesAsync(409, new() { ["Reason"] = "Again." }, ["Only what was delivered is closed."], Close);
        Page reopened = await closed.Submit(new() { ["ReopenReason"] = "Two offices fell back." }, Reopen);
        await app.Services.TraceAsync("action.reopen", entry.Id, "Manager tester", null, "Two offices fell back.");
        Assert.Contains("opened again, to assess", reopened.Text);
        Assert.Contains("What came of it before it was opened again", reopened.Text);
        Assert.Contains("Delivered on March ", reopened.Text);
        await closed.RefusesAsync(409, new() { ["ReopenReason"] = "Again." },
            ["Only what was closed or declined, or did not show its effect, is opened again."], Reopen);
    }

    [Fact]
    public async Task Deferred_ThenDeclined()
    {
        Page entry = await AssessedAsync("Not now");
        Page form = await entry.Browser.Get(entry.Url + "/decide");
        Dictionary<string, string> deferred = new()
        {
            ["Input.Ruling"] = "Deferred",
            ["Input.Reason"] = "No budget.",
            ["Input.Until"] = "",
        };
        await form.RefusesAsync(422, deferred, ["Enter the date."]);
        await form.RefusesAsync(409, new(deferred) { ["Input.Until"] = "2026-01-01" },
            ["Choose a day to come on which it is looked at again."]);
        Page shown = await form.Submit(new(deferred) { ["Input.Until"] = "2026-09-01" });
        Assert.Contains("deferred until September 1, 2026:", shown.Text);
        Page declined = await (await entry.Browser.Get(entry.Url + "/decide"))
            .Submit(new() { ["Input.Ruling"] = "Declined", ["Input.Reason"] = "Too dear." });
        Assert.Contains("Too dear.", declined.Text);
        Page late = await entry.Browser.Get(entry.Url + "/decide");
        await late.RefusesAsync(409, Approved(), ["This entry was decided on already."]);
        Assert.Equal(ActionState.Declined, (await app.Db(db => db.ImprovementActions.FirstAsync(a => a.Id == entry.Id))).State);
    }

    [Fact]
    public async Task WhatIsMissing_IsTold_AndNobodyDecidesOnWhatWasNotAssessed()
    {
        Page raised = await app.RaiseAsync("Not assessed");
        Page early = await raised.Browser.Get(raised.Url + "/decide");
        await early.RefusesAsync(422, new() { ["Input.Reason"] = "" }, ["Choose what is decided.", "Give the reason."]);
        await early.RefusesAsync(422, new() { ["Input.Ruling"] = "Approved", ["Input.Reason"] = "R", ["Input.DueOn"] = "" },
            ["Name the person who answers for it.", "Enter the date."]);
        await early.RefusesAsync(409, Approved(),
            ["Assess it first: nobody can decide on what it would take and bring before somebody says so."]);
        Page assessed = await (await raised.Browser.Get(raised.Url + "/assess")).Submit(Assessed());
        Page form = await raised.Browser.Get(raised.Url + "/decide");
        await form.RefusesAsync(409, new(Approved()) { ["Input.DueOn"] = "2026-01-01" },
            ["The day by which it is due cannot be in the past."]);
        Assert.Contains("assessed, to decide on", assessed.Text);
    }

    [Fact]
    public async Task WorkBeforeItIsApproved_IsRefused()
    {
        Page raised = await app.RaiseAsync("Too eager");
        Assert.Null(raised.Document.QuerySelector(RegisterForms.Start));
        ImprovementAction entry = await app.Db(db => db.ImprovementActions.FirstAsync(a => a.Id == raised.Id));
        RuleViolationException refused = Assert.Throws<RuleViolationException>(() =>
            entry.Start(TestApp.Now.Today, null, Recorded.Somebody, TestApp.Now));
        Assert.Equal("Work begins when the entry is approved.", refused.Message);
    }

    private async Task<Page> AssessedAsync(string title)
    {
        Page entry = await app.RaiseAsync(title);
        return await (await entry.Browser.Get(entry.Url + "/assess")).Submit(Assessed());
    }
}
