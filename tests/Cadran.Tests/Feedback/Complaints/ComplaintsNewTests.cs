using Cadran.Collection;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Feedback;

/// <summary>A complaint is written down by somebody of the service.</summary>
public sealed class ComplaintsNewTests(TestApp app)
{
    [Fact]
    public async Task WrittenDown_ItHasANumber_AndTheKeyIsShownOnce()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await (await app.As(Role.ComplaintOfficer)).Get($"/feedback/complaints/new?service={wave.ServiceId}");
        await form.RefusesAsync(422, new() { ["Input.ReceivedOn"] = "" }, ["Choose how the complaint came in.", "Enter the date.",
            "Choose what it is about.", "Say what happened."]);
        Dictionary<string, string> filled = new()
        {
            ["Input.Channel"] = "phone",
            ["Input.About"] = "Manner",
            ["Input.Text"] = "He shouted.",
            ["Input.ReceivedOn"] = WaveData.Today.AddDays(1).Iso(),
            ["Input.Email"] = "no address",
        };
        await form.RefusesAsync(422, filled, ["Enter a whole e-mail address."]);
        filled["Input.Email"] = "";
        await form.RefusesAsync(409, filled, ["The day cannot be in the future."]);
        filled["Input.Channel"] = "pigeon";
        filled["Input.ReceivedOn"] = WaveData.Today.AddDays(-3).Iso();
        await form.RefusesAsync(409, filled, ["Choose how the complaint came in."]);
        filled["Input.Channel"] = "phone";
        Page shown = await form.Submit(filled);
        Assert.Contains("Tell whoever complained: with the number and this key", shown.Text);
        Complaint kept = await app.Db(db => db.Complaints.AsNoTracking().FirstAsync(c => c.ServiceId == wave.ServiceId));
        Assert.Equal(("phone", WaveData.Today.AddDays(-3)), (kept.Channel, kept.ReceivedOn));
        Assert.Equal(kept.ReceivedOn.AddDays(ComplaintRule.UsualDecideInDays), kept.DecideBy);
        Assert.DoesNotContain("this key", (await shown.Browser.Get(shown.Url)).Text);
    }
}
