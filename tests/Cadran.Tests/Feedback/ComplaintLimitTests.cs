using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Feedback;

/// <summary>One source cannot flood the complaints, nor try keys without end.</summary>
public sealed class ComplaintLimitTests
{
    private const string TooMany = "Too much was sent from here in the last ten minutes. What you wrote stays: try again later.";

    [Fact]
    public async Task TooManyFromOneSource_Wait_AndKeepWhatTheyWrote()
    {
        await using FreshApp fresh = await FreshApp.StartAsync(_ => { }, new() { ["Cadran:AnswersPerSource"] = "2" });
        await fresh.PersonAsync(Role.Administrator);
        Guid service = Guid.Empty;
        await fresh.Services.DbAsync(async db =>
        {
            var made = Service.Create(await db.Organisations.Select(o => o.Id).FirstAsync(), "passports", new("Passports", "Passeports"));
            db.Add(made);
            await db.SaveChangesAsync();
            service = made.Id;
        });
        Dictionary<string, string> filled = new() { ["Input.About"] = "Delay", ["Input.Text"] = "It never came." };
        for (int i = 0; i < 2; i++)
            Assert.Contains("It is stored", (await (await fresh.Browser("en").Get($"/public/complaint/{service}")).Submit(filled)).Text);
        Page form = await fresh.Browser("en").Get($"/public/complaint/{service}");
        Page refused = await form.RefusesAsync(429, filled, [TooMany]);
        Assert.Contains("It never came.", refused.Text);
        Page follow = await fresh.Browser("en").Get("/public/followup");
        for (int i = 0; i < 2; i++)
            await follow.RefusesAsync(422, Wrong, ["No complaint has this number with this key. Look at both again."]);
        await follow.RefusesAsync(422, Wrong, [TooMany]);
    }

    private static Dictionary<string, string> Wrong => new() { ["Input.Number"] = "2026-000001", ["Input.Key"] = "AAAA-BBBB-CCCC-DDDD" };
}
