using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Messages are planned for a wave with a sample, with texts in each language of its questionnaire.</summary>
public sealed class WavesInviteTests(TestApp app)
{
    [Fact]
    public async Task APlan_HasTextsInEachLanguage_AndIsChanged()
    {
        (Wave wave, _) = await InvitedData.DrawnAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/invite");
        Page made = await form.Submit(new() { ["Input.Links"] = "Personal", ["Input.ReplyTo"] = "help@a.example" });
        Assert.Equal($"/collection/waves/{wave.Id}/invitations", made.Url);
        Assert.Contains("Planned, and not scheduled: nothing goes out yet.", made.Text);
        InvitationPlan plan = await app.Db(db => db.InvitationPlans.AsNoTracking().SingleAsync(p => p.WaveId == wave.Id));
        Assert.Equal(["en", "fr"], plan.Languages.Order());
        Assert.Equal((8, wave.OpensOn, 2, 7, 9), (plan.Texts.Count, plan.Terms.SendsOn, plan.Terms.Reminders, plan.Terms.DaysBetween,
            plan.Terms.Hour));
        await app.Services.TraceAsync("invitations.plan", plan.Id, "Analyst tester", "", "help@a.example");
        Page change = await made.Follow("Change the plan");
        await change.Submit(new() { ["Input.Reminders"] = "1" });
        await app.Services.TraceAsync("invitations.change", plan.Id, "Analyst tester", "reminders\\\":2", "reminders\\\":1");
        // Made from what is no longer so.
        await change.RefusesAsync(409, new() { ["Input.Reminders"] = "3" }, ["Somebody has changed this in the meantime."]);
    }

    [Fact]
    public async Task AFormThatCannotBe_SaysWhy()
    {
        (Wave wave, _) = await InvitedData.DrawnAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/invite");
        await form.RefusesAsync(422, new() { ["Input.SendsOn"] = "" }, ["Choose the day on which the invitation goes out."]);
        await form.RefusesAsync(409, new() { ["Input.SendsOn"] = "2020-01-01" }, ["people can answer only then."]);
        await form.RefusesAsync(409, new() { ["Input.Reminders"] = "9" }, ["Enter a number of reminders from 0 to 5."]);
    }

    [Fact]
    public async Task AWave_HasOnePlan()
    {
        (Wave wave, Sample sample) = await InvitedData.DrawnAsync(app);
        Func<Task> add = () => app.Db(async db =>
        {
            db.Add(InvitationPlan.Make(sample, wave, new() { SendsOn = wave.OpensOn }, [], FrameData.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("invitations.wave-taken", add, add);
        Assert.Equal("This wave has a plan of invitations already.", InvitationPlan.WaveTaken().Message);
    }

    [Fact]
    public async Task AWaveWithoutASample_SaysWhatComesFirst()
    {
        Wave wave = await FrameData.PlannedAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        Assert.Equal("Nobody is drawn for this wave",
            (await analyst.Get($"/collection/waves/{wave.Id}/invitations")).One("main h2").TextContent.Trim());
        Assert.Equal(404, (await analyst.Get($"/collection/waves/{wave.Id}/invite")).Status);
        (Wave drawn, _) = await InvitedData.DrawnAsync(app);
        Page none = await analyst.Get($"/collection/waves/{drawn.Id}/invitations");
        Assert.Contains("No messages are planned", none.Text);
        Page scheduled = await analyst.Post($"/collection/waves/{drawn.Id}/invitations?handler=Schedule", InvitedData.Token(
            await analyst.Get($"/collection/waves/{drawn.Id}/invite")));
        Assert.Contains("Nothing is planned: plan the messages first.", scheduled.Text);
    }
}
