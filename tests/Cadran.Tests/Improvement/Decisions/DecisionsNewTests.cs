using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A decision is recorded with the evidence that it rests on, in one language or both, and refused in words.</summary>
public sealed class DecisionsNewTests(TestApp app)
{
    private static readonly string TooLong = new('x', 4001);

    [Fact]
    public async Task FromTheMatrix_FreezesItsEvidence()
    {
        Guid id = (await app.DecideAsync("Cut the wait")).Id;
        Decision decision = await app.Db(db => db.Decisions.AsNoTracking().FirstAsync(d => d.Id == id));
        Assert.Equal("timeliness", decision.Evidence.Driver);
        DecisionEvidence evidence = decision.Evidence;
        Assert.InRange(evidence.ImportanceShare, evidence.ImportanceLow!.Value, evidence.ImportanceHigh!.Value);
        Assert.True(decision.Evidence.Respondents > 500);
    }

    [Fact]
    public async Task Empty_NamesEachMissingField() => await (await app.DecisionFormAsync()).RefusesAsync(422,
        new() { ["Input.Title"] = "", ["Input.Reasons"] = "", ["Input.Body"] = "", ["Input.DecidedOn"] = "" },
        [
            "Say in a few words what was decided.", "Give the reasons: they are what a reader will ask for.",
            "Name the person or body that decided.", "Enter the date.",
        ]);

    [Theory]
    [InlineData(""), InlineData("weather")]
    public async Task DriverThatTheWaveDoesNotHave_IsRefused(string driver) => await (await app.DecisionFormAsync()).RefusesAsync(422,
        new(Decision("T")) { ["Input.Driver"] = driver }, ["Choose a driver."]);

    [Fact]
    public async Task TooLong_IsRefusedAtEachField() => await (await app.DecisionFormAsync()).RefusesAsync(422,
        new(Decision(TooLong)) { ["Input.Reasons"] = TooLong, ["Input.Also.Reasons"] = TooLong },
        ["Use at most 200 characters.", "Use at most 4000 characters."]);

    [Fact]
    public async Task DateThatIsNone_IsRefused() => await (await app.DecisionFormAsync()).RefusesAsync(422,
        Decision("T", "tomorrow"), ["Date of the decision: “tomorrow” could not be read."]);

    [Fact]
    public async Task DateInTheFuture_IsRefused() => await (await app.DecisionFormAsync()).RefusesAsync(409,
        Decision("T", "2031-01-01"), ["A decision cannot be dated in the future."]);

    [Fact]
    public async Task DateBeforeItsWave_IsRefused()
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        await (await app.DecisionFormAsync()).RefusesAsync(409, Decision("T", Day(wave.OpensOn.AddDays(-1))),
            ["A decision cannot be dated before the first day of the wave it rests on, January 2, 2025."]);
    }

    [Fact]
    public async Task FormInFrench_OffersEnglishFolded_AndQuotesTheEvidenceInFrench()
    {
        Page form = await app.DecisionFormAsync("fr");
        Assert.Equal("Aussi en anglais", form.One("details summary").TextContent);
        Assert.False(form.One("details").HasAttribute("open"));
        Page decided = await form.Submit(Decision("Réduire l’attente", "2026-02-20"));
        Assert.Equal("Réduire l’attente", decided.Title);
        Assert.Empty(decided.Document.QuerySelectorAll("h1 [lang]"));
        Assert.Contains("quadrants coupés aux moyennes", decided.Text);
    }

    [Fact]
    public async Task TextsOfBothLanguages_AreReadInTheReadersOwn_OrSayWhichTheyAreIn()
    {
        Page decided = await (await app.DecisionFormAsync("fr")).Submit(new(Decision("Réduire l’attente <i>vite</i>", "2026-02-20"))
        {
            ["Input.Reasons"] = "Elle pèse le plus.\nElle est mal notée.",
            ["Input.Body"] = "Comité de direction",
            ["Input.Also.Title"] = "Cut the wait <i>fast</i>",
            ["Input.Also.Body"] = "Executive committee",
        });
        Page english = await (await app.As(Role.Executive)).Get(decided.Url);
        Assert.Equal("Cut the wait <i>fast</i>", english.Title);
        Assert.Contains("Executive committee", english.Text);
        // Nobody wrote the reasons in English: the French ones say that they are French.
        Assert.Equal(["Elle pèse le plus.", "Elle est mal notée."],
            english.One("section.panel div[lang=fr]").QuerySelectorAll("p").Select(p => p.TextContent));
    }

    [Fact]
    public async Task TextInTheOtherLanguage_TooLong_IsShownUnfolded()
    {
        Page refused = await (await app.DecisionFormAsync()).RefusesAsync(422,
            new() { ["Input.Also.Title"] = new string('x', Cadran.Improvement.Decision.TitleMaxLength + 1) }, []);
        Assert.True(refused.One("details").HasAttribute("open"));
        Assert.Contains("Use at most 200 characters.", refused.One("details").TextContent);
    }

    [Fact]
    public async Task SentThreeTimesAtOnce_IsRecordedOnce_AndLeadsThereEachTime()
    {
        Page form = await app.DecisionFormAsync();
        Dictionary<string, string> values = Decision("Clicked twice");
        Page[] sent = await Race.SendAsync(() => form.Submit(values), () => form.Submit(values), () => form.Submit(values));
        Assert.All(sent, page => Assert.Equal((200, sent[0].Url), (page.Status, page.Url)));
        Assert.Equal(1, await app.Db(db => db.Decisions.CountAsync(d => d.Title.En == "Clicked twice")));
        // Later too, from a page that was left open; but other words are another record.
        Assert.Equal(sent[0].Url, (await form.Submit(values)).Url);
        Page other = await form.Submit(Decision("Clicked twice, but other words"));
        Assert.Equal(200, other.Status);
        Assert.NotEqual(sent[0].Url, other.Url);
    }
}
