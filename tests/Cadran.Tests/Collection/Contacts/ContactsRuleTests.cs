using Cadran.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>How often people are asked is set once for the installation, by whoever administers it.</summary>
public sealed class ContactsRuleTests(TestApp app)
{
    [Fact]
    public async Task TheRule_IsSet_AndWhatIsNone_IsRefused()
    {
        Page form = await (await app.AsTop()).Get("/collection/contacts/rule");
        await form.RefusesAsync(409, new() { ["Input.DaysBetween"] = "731" }, ["Enter a number of days from 0 to 730."]);
        await form.RefusesAsync(409, new() { ["Input.TimesAYear"] = "0" }, ["Enter how many times a year, from 1 to 52."]);
        await form.RefusesAsync(422, new() { ["Input.DaysBetween"] = "" }, ["Days between two surveys: fill this in."]);
        // Other tests draw under the usual days.
        Page saved = await form.Submit(new() { ["Input.DaysBetween"] = "90", ["Input.TimesAYear"] = "4" });
        Assert.Contains("Set on", saved.Text);
        Guid id = await app.Db(db => db.ContactRules.Select(r => r.Id).SingleAsync());
        await app.Services.TraceAsync("contact-rule.set", id, "Administrator tester", null, "\"TimesAYear\":\"4\"");
        // The form of before knows nothing of it.
        Assert.Equal(409, (await form.Submit(new() { ["Input.DaysBetween"] = "90", ["Input.TimesAYear"] = "5" })).Status);
    }
}
