using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>An agenda is what is late, failed or due; what is asked for comes back at the next meeting.</summary>
public sealed class MeetingsShowTests(TestApp app)
{
    private const string Followed = "form[action$='handler=Followed']", Close = "form[action$='handler=Close']";

    [Fact]
    public async Task WhatIsLate_IsDecidedOn_ComesBack_AndIsDone()
    {
        Guid action = await LateActionAsync("Meeting late");
        GovernanceBody body = await app.BodyAsync();
        Page meeting = await CallAsync(body, WaveData.Today);
        Assert.Contains("Meeting late", meeting.Text);
        string form = $"form:has(input[value='ActionLate-{action}'])";
        await meeting.RefusesAsync(409, new() { ["Decided"] = "" }, ["Write what was decided."], form);
        await meeting.RefusesAsync(409, new() { ["Decided"] = "x", ["FollowUpOn"] = "2026-03-01" },
            ["What follows up comes back after the day of the meeting."], form);
        await meeting.RefusesAsync(422, new() { ["Decided"] = new string('x', 4001) }, ["Use at most 4000 characters."], form);
        Page minuted = await meeting.Submit(new() { ["Decided"] = "Two <b>more</b> people.", ["FollowUpOn"] = "2026-04-01" }, form);
        Assert.Contains("Two <b>more</b> people.", minuted.Text);
        await app.Services.TraceAsync("meeting.minute", minuted.Id, "Manager tester", null, "Two ");
        await meeting.RefusesAsync(409, new() { ["Decided"] = "Other." }, ["This item has its minute: what was decided stays."], form);
        Page closed = await minuted.Submit(form: Close);
        await app.Services.TraceAsync("meeting.close", minuted.Id, "Manager tester", "{}", "ClosedBy");
        await minuted.RefusesAsync(409, [], ["The minutes of this meeting are closed."], Close);

        Page next = await CallAsync(body, new(2026, 4, 2));
        Assert.Contains("Asked for before", next.Text);
        Assert.Contains("Two <b>more</b> people.", (await next.Browser.Get($"/improvement/bodies/{body.Id}")).Text);
        Page done = await closed.Submit(form: Followed);
        Assert.Contains("said to be done by Manager tester", done.Text);
        await app.Services.TraceAsync("meeting.follow", minuted.Id, "Manager tester", null, "doneBy");
        await closed.RefusesAsync(409, [], ["Nothing of this item is still to follow."], Followed);
        Assert.DoesNotContain("Asked for before", (await next.Browser.Get(next.Url)).Text);
    }

    [Fact]
    public async Task AMeetingToCome_HasPapersAndNoMinutes()
    {
        await LateActionAsync("Meeting to come");
        Page meeting = await CallAsync(await app.BodyAsync(), WaveData.Today.AddDays(5));
        Assert.Contains("Meeting to come", meeting.Text);
        Assert.Empty(meeting.Document.QuerySelectorAll("textarea"));
        Meeting read = await app.Db(db => db.Meetings.AsNoTracking().FirstAsync(m => m.Id == meeting.Id));
        var refused = Assert.Throws<RuleViolationException>(() => read.Record([], "x", "y", null, Recorded.Somebody, TestApp.Now));
        Assert.Equal("Minutes are written on the day of the meeting or after it.", refused.Message);
        refused = Assert.Throws<RuleViolationException>(() => read.Close([], Recorded.Somebody, TestApp.Now));
        Assert.Equal("A meeting is closed on its day or after it.", refused.Message);
    }

    private async Task<Page> CallAsync(GovernanceBody body, DateOnly on)
    {
        Page page = await (await MeetingsNewTests.FormAsync(app, body)).Submit(new() { ["On"] = RegisterForms.Day(on) });
        Assert.True(page.Status == 200, page.Text);
        return page;
    }

    private async Task<Guid> LateActionAsync(string title)
    {
        MeasuredService measured = await MeasuredService.GetAsync(app);
        Decision decision = Recorded.Decision(measured.Waves[1], WaveData.Today.AddDays(-60), "timeliness");
        ImprovementAction action = ImprovementAction.Open(decision, new(title, ""), LocalText.Empty, "O", WaveData.Today.AddDays(-9),
            "timeliness", 5, ["timeliness"], Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.AddRange(decision, action);
            await db.SaveChangesAsync();
        });
        return action.Id;
    }
}
