using Cadran.Collection;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Public;

/// <summary>Somebody without an account complains, and reads the answer with number and key.</summary>
public sealed class PublicComplaintTests(TestApp app)
{
    private static readonly Dictionary<string, string> Filled = new()
    {
        ["Input.About"] = "Delay",
        ["Input.Text"] = "My passport came <b>six weeks</b> late.",
        ["Input.Email"] = "ann@client.example",
    };

    [Fact]
    public async Task Complaint_IsAcknowledgedAtOnce_AndSealedInTheDatabase()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await app.Anonymous().Get($"/public/complaint/{wave.ServiceId}");
        await form.RefusesAsync(422, [], ["Choose what it is about.", "Say what happened."]);
        Page sent = await form.Submit(Filled);
        Assert.Contains("It is stored, with the number", sent.Text);
        string number = sent.One("dl.keyfigures div:first-child dd").TextContent,
            key = sent.One("dl.keyfigures div:last-child dd").TextContent;
        Complaint kept = await app.Db(db => db.Complaints.AsNoTracking().FirstAsync(c => c.Number == number));
        Assert.Equal((ComplaintState.Received, "online", wave.ServiceId), (kept.State, kept.Channel, kept.ServiceId));
        Assert.DoesNotContain("passport", kept.SealedText);
        Assert.DoesNotContain("ann", kept.SealedContact);
        Assert.NotEqual(key, kept.SecretDigest);
        await app.Services.TraceAsync("complaint.receive", kept.Id, Actor.System.Name, "", number);
        Assert.DoesNotContain("six weeks", await TrailAsync(kept));
        // The same form again is the same complaint.
        await form.RefusesAsync(409, Filled, ["This was sent twice. It is recorded once."]);
    }

    [Fact]
    public async Task NumberAndKey_ShowWhatWasAnswered_AndNothingElseDoes()
    {
        (Page follow, Complaint complaint, string key) = await AnsweredAsync();
        Page shown = await follow.Submit(
            new() { ["Input.Number"] = complaint.Number, ["Input.Key"] = key.ToLowerInvariant().Replace('-', ' ') });
        Assert.Contains("We are sorry: it went to the wrong office.", shown.Text);
        Assert.DoesNotContain("Ask the second floor", shown.Text);
        Assert.DoesNotContain(ComplaintData.Text, shown.Text);
        string[] none = ["No complaint has this number with this key. Look at both again."];
        await follow.RefusesAsync(422, new() { ["Input.Number"] = complaint.Number, ["Input.Key"] = ComplaintSecret.New() }, none);
        await follow.RefusesAsync(422, new() { ["Input.Number"] = "2026-999999", ["Input.Key"] = key }, none);
        await follow.RefusesAsync(422, [], ["Enter the number of the complaint.", "Enter the key that came with the number."]);
    }

    [Fact]
    public async Task Answer_IsRatedOnce_AndOpenedAgainWithAReason()
    {
        (Page follow, Complaint complaint, string key) = await AnsweredAsync();
        Page shown = await follow.Submit(new() { ["Input.Number"] = complaint.Number, ["Input.Key"] = key });
        await shown.RefusesAsync(409, [], ["Choose one of the five answers."], at: "form[action*='handler=Rate']");
        Page rated = await shown.Submit(new() { ["Input.Satisfaction"] = "4" }, form: "form[action*='handler=Rate']");
        Assert.Contains("Answer rated: Satisfied", rated.Text);
        await app.Services.TraceAsync("complaint.rate", complaint.Id, Actor.System.Name, null, "4");
        await shown.RefusesAsync(409, new() { ["Input.Satisfaction"] = "1" }, ["The answer can be rated once, when there is one."],
            at: "form[action*='handler=Rate']");
        await rated.RefusesAsync(422, [], ["Say why the answer does not do."], at: "form[action*='handler=Reopen']");
        Page opened = await rated.Submit(new() { ["Input.Reopening"] = "It still has not come." }, form: "form[action*='handler=Reopen']");
        Assert.Contains("It still has not come.", opened.Text);
        Assert.Contains("you have an answer.", opened.Text);
        Complaint now = await app.Db(db => db.Complaints.AsNoTracking().FirstAsync(c => c.Id == complaint.Id));
        Assert.Equal((ComplaintState.Admitted, 1), (now.State, now.Reopenings));
    }

    private async Task<(Page Follow, Complaint Complaint, string Key)> AnsweredAsync()
    {
        Wave wave = await WaveData.AddAsync(app);
        (Complaint complaint, string key) = await ComplaintData.AddAsync(app, wave.ServiceId);
        Browser officer = await app.As(Role.ComplaintOfficer);
        string address = $"/feedback/complaints/{complaint.Id}";
        await (await officer.Get(address)).Submit(form: "form[action*='handler=Admit']");
        await (await officer.Get(address)).Submit(new() { ["Input.Note"] = "Ask the second floor." }, form: "form[action*='handler=Note']");
        await (await officer.Get(address)).Submit(
            new() { ["Input.Outcome"] = "Founded", ["Input.Answer"] = "We are sorry: it went to the wrong office." },
            form: "form[action*='handler=Answer']");
        return (await app.Anonymous().Get("/public/followup"), complaint, key);
    }

    private Task<string> TrailAsync(Complaint complaint) => app.Db(async db => string.Concat(
        await db.AuditEvents.AsNoTracking().Where(e => e.SubjectId.StartsWith(complaint.Id.ToString())).Select(e => e.After)
            .ToListAsync()));
}
