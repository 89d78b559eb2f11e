using Cadran.Collection;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Feedback;

/// <summary>A complaint is admitted or not, given to somebody, answered, opened again, and its cause named.</summary>
public sealed class ComplaintsShowTests(TestApp app)
{
    private const string Officer = "ComplaintOfficer tester";

    [Fact]
    public async Task Complaint_IsRead_AndTheReadingIsKept()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        Assert.Contains(ComplaintData.Text, page.Text);
        Assert.Contains("Ann Example", page.Text);
        await app.Services.TraceAsync("complaint.read", complaint.Id, Officer, "", complaint.Number);
    }

    [Fact]
    public async Task Admitted_ItIsAnswered_AndItsCauseIsNamed()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        Page admitted = await page.Submit(form: At("Admit"));
        await app.Services.TraceAsync("complaint.admit", complaint.Id, Officer, null, WaveData.Today.Iso());
        await admitted.RefusesAsync(422, [], ["Choose the outcome.", "Write the answer."], at: At("Answer"));
        Page answered = await admitted.Submit(new() { ["Input.Outcome"] = "PartlyFounded", ["Input.Answer"] = "You were right." },
            form: At("Answer"));
        Assert.Contains("Answered: partly founded", answered.Text);
        await app.Services.TraceAsync("complaint.answer", complaint.Id, Officer, null, "PartlyFounded");
        await answered.RefusesAsync(409, [], ["Choose what failed."], at: At("Cause"));
        Page caused = await answered.Submit(new() { ["Input.Driver"] = "timeliness" }, form: At("Cause"));
        Assert.Contains("Root cause: ", caused.Text);
        await app.Services.TraceAsync("complaint.cause", complaint.Id, Officer, null, "timeliness");
        await caused.RefusesAsync(422, [], ["Say why it is opened again."], at: At("Reopen"));
        await caused.Submit(new() { ["Input.Reopening"] = "A letter was found." }, form: At("Reopen"));
        await app.Services.TraceAsync("complaint.reopen", complaint.Id, Officer, null, null);
        await admitted.RefusesAsync(422, new() { ["Input.Outcome"] = "Founded" }, ["Write the answer."], at: At("Answer"));
        await page.RefusesAsync(409, [], ["It was decided already whether this complaint is admissible."], at: At("Admit"));
    }

    [Fact]
    public async Task NotAdmitted_ItSaysWhy_AndEnds()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        await page.RefusesAsync(422, [], ["Choose the ground.", "Say it in words: whoever complained reads them."], at: At("Refuse"));
        Page refused = await page.Submit(
            new() { ["Input.Ground"] = "OtherAuthority", ["Input.Refusal"] = "Please write to the city." }, form: At("Refuse"));
        Assert.Contains("Not admitted: Another authority has to answer it", refused.Text);
        await app.Services.TraceAsync("complaint.refuse", complaint.Id, Officer, null, "OtherAuthority");
        await page.RefusesAsync(409, new() { ["Input.Into"] = complaint.Number },
            ["This complaint is closed: nothing is to be done about it."], at: At("Merge"));
    }

    [Fact]
    public async Task Given_ItHasAnOwner()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        await page.RefusesAsync(422, [], ["Choose who answers for it."], at: At("Assign"));
        string owner = page.One($"{At("Assign")} option:not([value=''])[value]:last-child").GetAttribute("value")!;
        Page given = await page.Submit(new() { ["Input.OwnerId"] = owner }, form: At("Assign"));
        Assert.Contains("answers for it.", given.Text);
        await app.Services.TraceAsync("complaint.assign", complaint.Id, Officer, null, owner);
    }

    [Fact]
    public async Task Joined_OnlyTheOtherIsAnswered()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        (Complaint other, _) = await ComplaintData.AddAsync(app, complaint.ServiceId);
        await page.RefusesAsync(422, new() { ["Input.Into"] = "2026-999999" }, ["No complaint about this service has this number."],
            at: At("Merge"));
        await page.RefusesAsync(409, new() { ["Input.Into"] = complaint.Number },
            ["Choose another complaint about this service that was not merged itself."], at: At("Merge"));
        Page joined = await page.Submit(new() { ["Input.Into"] = other.Number }, form: At("Merge"));
        Assert.Contains($"Joined with {other.Number}", joined.Text);
        await app.Services.TraceAsync("complaint.merge", complaint.Id, Officer, null, other.Id.ToString());
    }

    [Fact]
    public async Task TwoAtOnce_OneDecides()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        await Race.SendAsync(() => page.Submit(form: At("Admit")),
            () => page.Submit(new() { ["Input.Ground"] = "OldFacts", ["Input.Refusal"] = "Too long ago." }, form: At("Refuse")));
        Complaint now = await app.Db(db => db.Complaints.AsNoTracking().FirstAsync(c => c.Id == complaint.Id));
        Assert.True(now.AdmittedOn is null ^ now.RefusedOn is null);
    }

    [Fact]
    public async Task WhatPeopleWrote_IsErased_WhenItsTimeHasPassed()
    {
        (Complaint complaint, Page page) = await ShownAsync();
        await page.Submit(new() { ["Input.Note"] = "Ask Bob." }, form: At("Note"));
        await app.Services.TraceAsync("complaint.note", $"{complaint.Id}/2", Officer, "", "Note");
        await page.RefusesAsync(422, [], ["Write the note."], at: At("Note"));
        await page.Submit(new() { ["Input.Ground"] = "OldFacts", ["Input.Refusal"] = "Too long ago." }, form: At("Refuse"));
        await app.Db(db => db.Complaints.Where(c => c.Id == complaint.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RefusedOn, WaveData.Today.AddMonths(-ComplaintRule.UsualKeptMonths - 1))));
        using IServiceScope scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ComplaintPurge>().RunAsync(default);
        Complaint erased = await app.Db(db => db.Complaints.AsNoTracking().FirstAsync(c => c.Id == complaint.Id));
        Assert.Equal((null, null), (erased.SealedText, erased.SealedContact));
        Assert.All(erased.Steps, step => Assert.Null(step.Sealed));
        Assert.Equal(ComplaintAbout.Delay, erased.About);
        await app.Services.TraceAsync("complaint.erase", complaint.Id, Actor.System.Name, null, null);
        Page after = await (await app.As(Role.ComplaintOfficer)).Get($"/feedback/complaints/{complaint.Id}");
        Assert.Contains("as promised.", after.Text);
        await page.RefusesAsync(409, new() { ["Input.Note"] = "Late." },
            ["What people wrote in this complaint was erased: nothing is added to it."], at: At("Note"));
    }

    private static string At(string handler) => $"form[action*='handler={handler}']";

    private async Task<(Complaint, Page)> ShownAsync()
    {
        Wave wave = await WaveData.AddAsync(app);
        (Complaint complaint, _) = await ComplaintData.AddAsync(app, wave.ServiceId);
        return (complaint, await (await app.As(Role.ComplaintOfficer)).Get($"/feedback/complaints/{complaint.Id}"));
    }
}
