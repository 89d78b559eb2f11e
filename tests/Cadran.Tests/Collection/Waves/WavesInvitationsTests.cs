using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>The page of invitations says what is under way, what is late and why, and what can be done.</summary>
public sealed class WavesInvitationsTests(TestApp app)
{
    private const string Analyst = "Analyst tester";

    [Fact]
    public async Task Scheduled_ItSaysWhatComesNext_AndStopped_ThatNothingDoes()
    {
        (Wave wave, InvitationPlan plan) = await InvitedData.PlannedAsync(app);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/invitations");
        // There is no mail server here: everything else works, and it says what waits.
        Assert.Contains("No mail server is set up: nothing goes out, and what is due waits.", page.Text);
        Page scheduled = await page.Submit([], "form[action*='handler=Schedule']");
        Assert.Contains("Under way. Next: Invitation", scheduled.Text);
        await app.Services.TraceAsync("invitations.schedule", plan.Id, Analyst, null, Analyst);
        await page.RefusesAsync(409, [], ["The messages are scheduled already."], "form[action*='handler=Schedule']");
        Page stopped = await scheduled.Submit([], "form[action*='handler=Stop']");
        Assert.Contains($"by {Analyst}: nothing goes out until it is scheduled again.", stopped.Text);
        await app.Services.TraceAsync("invitations.stop", plan.Id, Analyst, null, Analyst);
        await scheduled.RefusesAsync(409, [], ["No messages are going out."], "form[action*='handler=Stop']");
        Page undo = await page.Browser.Get($"/collection/samples/{plan.SampleId}");
        await undo.RefusesAsync(409, [], ["This draw stays: messages to its people were scheduled."], "form[action*='handler=Undo']");
    }

    [Fact]
    public async Task NotScheduled_TheDrawIsUndone_AndThePlanWithIt()
    {
        (_, InvitationPlan plan) = await InvitedData.PlannedAsync(app);
        Page sample = await (await app.As(Role.Analyst)).Get($"/collection/samples/{plan.SampleId}");
        await sample.Submit([], "form[action*='handler=Undo']");
        Assert.False(await app.Db(db => db.InvitationPlans.AnyAsync(p => p.Id == plan.Id)));
    }

    [Fact]
    public async Task Counts_SayWhatDidNotArriveAndWhy_AndUncertainOnesAreSentAgain()
    {
        (Wave wave, InvitationPlan plan) = await InvitedData.PlannedAsync(app, 40);
        await FillAsync(plan, MailState.Sent, 30, done: 9);
        await FillAsync(plan, MailState.Bounced, 3);
        await FillAsync(plan, MailState.OptedOut, 2);
        await FillAsync(plan, MailState.Uncertain, 4);
        Browser analyst = await app.As(Role.Analyst);
        Page page = await analyst.Get($"/collection/waves/{wave.Id}/invitations");
        Assert.Contains("3 had no mailbox at the address; 2 do not want to be asked", page.Text);
        Assert.Contains("shown from 10 on", page.Text);
        await FillAsync(plan, MailState.Sent, 1, done: 1);
        Assert.Contains("Links used 10", (await analyst.Get($"/collection/waves/{wave.Id}/invitations")).Text);
        Page again = await page.Submit([], "form[action*='handler=Resend']");
        Assert.Contains("4 messages are sent again.", again.Text);
        await app.Services.TraceAsync("invitations.resend", plan.Id, Analyst, null, "messages\\\":4");
        await page.RefusesAsync(409, [], ["No message is uncertain."], "form[action*='handler=Resend']");
        // Who may only read sees counts, and no button.
        Page read = await (await app.As(Role.Auditor)).Get($"/collection/waves/{wave.Id}/invitations");
        Assert.Empty(read.Document.QuerySelectorAll("main form"));
    }

    private async Task FillAsync(InvitationPlan plan, MailState state, int messages, int done = 0)
    {
        Invitation[] invitations = [.. Enumerable.Range(0, messages).Select(i => new Invitation
        {
            PlanId = plan.Id, PersonId = null, Done = i < done,
        })];
        await app.Db(async db =>
        {
            db.AddRange(invitations);
            db.AddRange(invitations.Select(i => new InvitationMail
            {
                InvitationId = i.Id,
                Kind = MailKind.Invitation,
                State = state,
                DueAtUtc = TestApp.Now.AtUtc,
            }));
            await db.SaveChangesAsync();
        });
    }
}
