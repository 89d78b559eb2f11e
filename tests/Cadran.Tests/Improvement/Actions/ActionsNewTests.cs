using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>An action is opened from a decision that stands, on a measure of its wave, and refused in words.</summary>
public sealed class ActionsNewTests(TestApp app)
{
    private static readonly string TooLong = new('x', 4001);

    [Fact]
    public async Task Empty_NamesEachMissingField() => await (await FormAsync()).RefusesAsync(422,
        new() { ["Input.Title"] = " ", ["Input.Owner"] = "", ["Input.DueOn"] = "", ["Input.Item"] = "", ["Input.ExpectedPoints"] = "" },
        [
            "Say what will be done.", "Name the person who answers for it.", "Enter the date.", "Choose the measure it should move.",
            "Say by how many points it should move.",
        ]);

    [Fact]
    public async Task TheOwner_IsAnAccountOfWhoeverMayActThere_OrANameMarkedAsSuch()
    {
        Person manager = await app.PersonAsync(Role.Manager), reader = await app.PersonAsync(Role.Executive);
        Person foreign = await app.PersonAsync(Role.Manager, app.OrganisationB);
        Page form = await FormAsync();
        string[] offered = [.. form.Document.QuerySelectorAll("[name='Input.OwnerId'] option").Select(o => o.GetAttribute("value")!)];
        Assert.Contains(manager.Id.ToString(), offered);
        Assert.DoesNotContain(reader.Id.ToString(), offered);
        Assert.DoesNotContain(foreign.Id.ToString(), offered);
        Dictionary<string, string> owned = new(Action("T")) { ["Input.Owner"] = "", ["Input.OwnerId"] = manager.Id.ToString() };
        foreach (Person other in new[] { reader, foreign })
            await form.RefusesAsync(422, new(owned) { ["Input.OwnerId"] = other.Id.ToString() },
                ["This person may not act on this service. Choose another, or write a name."]);
        await form.RefusesAsync(422, new(owned) { ["Input.Owner"] = "L. Tremblay" }, ["Choose a person or write a name, not both."]);
        Page opened = await form.Submit(owned);
        Assert.Contains("P. Erson answers for it", opened.Text);
        Assert.DoesNotContain("(the owner has no account)", opened.Text);
        Assert.Equal(manager.Id, (await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == opened.Id))).OwnerId);
        Page named = await (await FormAsync()).Submit(Action("T"));
        Assert.Contains("L. Tremblay answers for it", named.Text);
        Assert.Contains("(the owner has no account)", named.Text);
    }

    [Fact]
    public async Task NoGainAtAll_IsRefused() => await (await FormAsync()).RefusesAsync(422,
        new(Action("T")) { ["Input.ExpectedPoints"] = "0" }, ["Enter a number above 0, at most 100."]);

    // Not one of the list: somebody wrote the form himself.
    [Fact]
    public async Task MeasureThatTheWaveDoesNotHave_IsRefused()
    {
        Page form = await FormAsync();
        foreach (string item in new[] { "weather", new string('x', 500) })
            await form.RefusesAsync(409, Action("T", item), ["The wave of the decision did not measure this. Choose one of its measures."]);
    }

    [Fact]
    public async Task TooLong_IsRefusedAtEachField() => await (await FormAsync()).RefusesAsync(422,
        new(Action(TooLong)) { ["Input.Owner"] = TooLong, ["Input.Description"] = TooLong, ["Input.Also.Title"] = TooLong },
        ["Use at most 200 characters.", "Use at most 4000 characters."]);

    [Fact]
    public async Task FromADecisionThatWasWithdrawn_IsRefused()
    {
        Page decision = await app.DecideAsync("Withdrawn before");
        Page form = await app.ActionFormAsync(decision.Id);
        await decision.Submit(form: Withdraw);
        await form.RefusesAsync(409, Action("T"), ["The decision was withdrawn: no action can be opened from it."]);
    }

    [Fact]
    public async Task TitlesOfBothLanguages_AreReadInTheReadersOwn()
    {
        Page form = await app.ActionFormAsync((await app.DecideAsync("In two languages")).Id, "fr");
        Page opened = await form.Submit(new(Action("Suivre en ligne")) { ["Input.Also.Title"] = "Follow online" });
        Assert.Equal("Suivre en ligne", opened.Title);
        Assert.Equal("Follow online", (await (await app.As(Role.Executive)).Get(opened.Url)).Title);
    }

    [Fact]
    public async Task SentThreeTimesAtOnce_IsOpenedOnce_AndLeadsThereEachTime()
    {
        Guid decision = (await app.DecideAsync("Sent twice")).Id;
        Page form = await app.ActionFormAsync(decision);
        Dictionary<string, string> values = Action("Step");
        Page[] sent = await Race.SendAsync(() => form.Submit(values), () => form.Submit(values), () => form.Submit(values));
        Assert.All(sent, page => Assert.Equal((200, sent[0].Url), (page.Status, page.Url)));
        Assert.Equal(1, await app.Db(db => db.ImprovementActions.CountAsync(a => a.DecisionId == decision)));
        // Later too, from a page that was left open; but other words are another record.
        Assert.Equal(sent[0].Url, (await form.Submit(values)).Url);
        Page other = await form.Submit(Action("Other words"));
        Assert.Equal(200, other.Status);
        Assert.NotEqual(sent[0].Url, other.Url);
    }

    private async Task<Page> FormAsync() => await app.ActionFormAsync((await app.DecideAsync("To act on")).Id);
}
