using Cadran.Improvement;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>An action is put right with a reason, and what was there before stays on its page.</summary>
public sealed class ActionsEditTests(TestApp app)
{
    private const string TakeBack = "form[action$='handler=TakeBack']";

    [Fact]
    public async Task OtherDate_NeedsAReason_AndTheEarlierOneIsShown()
    {
        Page action = await app.OpenActionAsync("Late parts");
        Page edit = await action.Browser.Get(action.Url + "/edit");
        await edit.RefusesAsync(409, new() { ["Input.DueOn"] = "2027-03-01" },
            ["Say why it is corrected: others rely on what was there before."]);
        Page saved = await edit.Submit(
            new() { ["Input.DueOn"] = "2027-03-01", ["Input.Owner"] = "N. Ew", ["Input.Reason"] = "Late parts." });
        string told = saved.One(".corrections").TextContent;
        Assert.Contains("Due: March 1, 2027, before: December 1, 2026. Changed by Manager tester on March 2, 2026.", told);
        Assert.Contains("Owner: N. Ew, before: L. Tremblay.", told);
        Assert.Contains("Reason: Late parts.", told);
        Page french = await (await app.As(Cadran.People.Role.Manager, "fr")).Get(action.Url);
        Assert.Contains("auparavant\u00A0: 1er décembre 2026", french.One(".corrections").TextContent);
    }

    [Fact]
    public async Task WhatIsMissing_IsNamed()
    {
        Page action = await app.OpenActionAsync("Something missing");
        Page edit = await action.Browser.Get(action.Url + "/edit");
        await edit.RefusesAsync(422, new() { ["Input.TitleEn"] = "", ["Input.Owner"] = "", ["Input.DueOn"] = "" },
            ["Name the person who answers for it.", "Enter the date."]);
        await edit.RefusesAsync(422, new() { ["Input.TitleEn"] = "" }, ["Say what will be done."]);
    }

    [Fact]
    public async Task FormMadeBeforeSomebodyElseChangedIt_IsRefused()
    {
        Page action = await app.OpenActionAsync("Two at once");
        Page mine = await action.Browser.Get(action.Url + "/edit"), theirs = await action.Browser.Get(action.Url + "/edit");
        await theirs.Submit(new() { ["Input.Owner"] = "T. Heirs", ["Input.Reason"] = "Moved." });
        Page refused = await mine.RefusesAsync(409, new() { ["Input.Owner"] = "M. Ine", ["Input.Reason"] = "Mine." }, [Changed]);
        Assert.Equal("T. Heirs", refused.One("[name='Input.Owner']").GetAttribute("value"));
    }

    [Fact]
    public async Task Steps_AreTakenBackWithAReason_UntilTheyWereJudged()
    {
        Page open = await app.OpenActionAsync("Pressed too early");
        Page started = await open.Submit(new() { ["StartedOn"] = "2026-02-10" }, Start);
        await started.RefusesAsync(422, new() { ["TakeBackReason"] = " " }, ["Give the reason."], TakeBack);
        Page again = await started.Submit(new() { ["TakeBackReason"] = "Not yet." }, TakeBack);
        Assert.Contains("Start date: February 10, 2026, taken back by Manager tester on March 2, 2026. Reason: Not yet.", Words(again));
        // What the page showed is what is taken back, and nothing that came since.
        await started.RefusesAsync(409, new() { ["TakeBackReason"] = "Again." },
            ["Only the start of an action that is under way can be taken back."], TakeBack);
        Page delivered = await again.Submit(new() { ["DeliveredOn"] = "2026-02-20" }, Deliver);
        Page back = await delivered.Submit(new() { ["TakeBackReason"] = "Not for all." }, TakeBack);
        await delivered.RefusesAsync(409, new() { ["TakeBackReason"] = "Again." },
            ["Only a delivery can be taken back, and there is none."], TakeBack);
        Page abandoned = await back.Submit(new() { ["Reason"] = "No money." }, Abandon);
        Page edit = await back.Browser.Get(back.Url + "/edit");
        await edit.RefusesAsync(409, new() { ["Input.Owner"] = "N. Ew", ["Input.Reason"] = "Moved." },
            ["An action that was judged, closed or given up is not corrected any more."]);
        await abandoned.Submit(new() { ["TakeBackReason"] = "There is money." }, TakeBack);
        await abandoned.RefusesAsync(409, new() { ["TakeBackReason"] = "Again." },
            ["Only an action that was abandoned can be taken up again."], TakeBack);
        ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == open.Id));
        Assert.Equal((ActionState.InProgress, 3), (kept.State, kept.Corrections.Count));
    }

    private static string Words(Page page) =>
        string.Join(' ', page.One(".corrections").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
