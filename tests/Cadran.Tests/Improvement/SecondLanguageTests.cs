using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>What was recorded in one official language gets the other afterwards; what was written first never changes.</summary>
public sealed class SecondLanguageTests(TestApp app)
{
    private const string Texts = "form[action$='handler=Texts']";
    private const string Deliver = "form[action$='handler=Deliver']";
    private const string Judge = "form[action$='handler=Judge']";
    private const string Abandon = "form[action$='handler=Abandon']";

    [Fact]
    public async Task Decision_RecordedInEnglish_IsReadInFrench_OnceSomebodyWroteIt()
    {
        (_, string decision) = await DecideAsync("Second <i>words</i>");
        Page page = await (await app.As(Role.Manager)).Get(decision);
        Assert.Equal("fr", page.One("#Texts_Title").GetAttribute("lang"));
        Assert.StartsWith("Reasons, in French", page.One("label[for=Texts_Reasons]").TextContent);
        // The title and the reasons now, the body later, by somebody who reads French.
        Page half = await page.Submit(new()
        {
            ["Texts.Title"] = " Seconds <i>mots</i> ",
            ["Texts.Reasons"] = "Il pèse le plus.\nIl est mal noté.",
        }, Texts);
        Assert.Equal(200, half.Status);
        Assert.Empty(half.Document.QuerySelectorAll("#Texts_Title, #Texts_Reasons"));
        Assert.Contains("Added in French by Manager tester on ", half.Text);
        Assert.Contains(": Title, Reasons", half.Text);
        Page there = await (await app.As(Role.Manager, "fr")).Get(decision);
        Page whole = await there.Submit(new() { ["Texts.Body"] = "Comité de direction" }, Texts);
        Assert.Empty(whole.Document.QuerySelectorAll(Texts));
        Assert.Equal("Seconds <i>mots</i>", whole.Title);
        Assert.Empty(whole.Document.QuerySelectorAll("h1 [lang], .sub [lang], section.panel div[lang]"));
        Assert.Contains("Ajouté en français par Manager tester le", whole.Text);

        Guid id = Id(decision);
        Decision kept = await app.Db(db => db.Decisions.AsNoTracking().FirstAsync(d => d.Id == id));
        Assert.Equal(new LocalText("Second <i>words</i>", "Seconds <i>mots</i>"), kept.Title);
        Assert.Equal(new LocalText("It weighs most.", "Il pèse le plus.\nIl est mal noté."), kept.Reasons);
        Assert.Equal([("Title", "fr"), ("Reasons", "fr"), ("Body", "fr")], kept.Added.Select(a => (a.Field, a.Language)));
        await app.Services.TraceAsync("decision.texts", id, "Manager tester", "Reasons", "\"Body.Fr\":\"Comité de direction\"");
    }

    [Fact]
    public async Task FrenchReport_ShowsFrench_OnceItIsWritten()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        Decision decision = Recorded.Decision(wave, WaveData.Today.AddDays(-5), "time", new("Cut the queue", ""), new("Board", ""));
        ImprovementAction action = Recorded.Action(decision, "time", new("A second counter", ""));
        await app.Db(async db =>
        {
            db.AddRange(decision, action);
            await db.SaveChangesAsync();
        });
        Browser french = await app.As(Role.Manager, "fr");
        string file = $"/reporting/services/{wave.ServiceId}/file?language=fr";
        string[] places = [$"/catalogue/services/{wave.ServiceId}", file + "&format=html", file + "&format=csv"];
        foreach (string place in places) Assert.Contains("Cut the queue", (await french.Get(place)).Html);
        Page decided = await french.Get($"/improvement/decisions/{decision.Id}");
        await decided.Submit(new() { ["Texts.Title"] = "Raccourcir la file", ["Texts.Body"] = "Conseil" }, Texts);
        await (await french.Get($"/improvement/actions/{action.Id}")).Submit(new() { ["Texts.Title"] = "Un second comptoir" }, Texts);
        foreach (string place in places)
        {
            string shown = (await french.Get(place)).Html;
            Assert.Contains("Raccourcir la file", shown);
            Assert.Contains("Un second comptoir", shown);
            foreach (string english in new[] { "Cut the queue", "A second counter" }) Assert.DoesNotContain(english, shown);
        }
    }

    [Fact]
    public async Task Action_ItsVerdictAndItsDescription_WrittenInFrenchFirst()
    {
        (MeasuredService service, string decision) = await DecideAsync("For the verdict");
        Browser french = await app.As(Role.Manager, "fr"), english = await app.As(Role.Manager);
        string action = await OpenAsync(french, decision, "Suivre en ligne", "En quatre étapes.");
        await (await french.Get(action)).Submit(new() { ["DeliveredOn"] = DayBefore(service) }, Deliver);
        await (await french.Get(action)).Submit(NotShown(service, "Trop tôt pour conclure."), Judge);
        Page before = await english.Get(action);
        Assert.Equal("Trop tôt pour conclure.", before.One("#effect div[lang=fr]").TextContent);
        Page after = await before.Submit(new()
        {
            ["Texts.Title"] = "Follow online",
            ["Texts.VerdictReason"] = "Too early to tell.",
        }, Texts);
        Assert.Equal("Follow online", after.Title);
        Assert.Contains("Too early to tell.", after.One("#effect").TextContent);
        Assert.Contains("Added in English by Manager tester", after.Text);
        Assert.Contains(": Title, Conclusion", after.Text);
        // What was written first is still what French readers see; the description still waits.
        Page there = await french.Get(action);
        Assert.Contains("Trop tôt pour conclure.", there.Text);
        Assert.Equal("Suivre en ligne", there.Title);
        Assert.StartsWith("Description, en anglais", there.One("label[for=Texts_Description]").TextContent);
        await app.Services.TraceAsync("action.texts", Id(action), "Manager tester",
            "{\"Added\":\"[]\"}", "\"VerdictReason.En\":\"Too early to tell.\"");
    }

    [Fact]
    public async Task VerdictAndAbandonReason_InBothLanguagesAtOnce_HaveNothingToAdd()
    {
        (MeasuredService service, string decision) = await DecideAsync("Both at once");
        Browser english = await app.As(Role.Manager), french = await app.As(Role.Executive, "fr");
        string given = await OpenAsync(english, decision, "Given up", null, "Abandonnée");
        string done = await OpenAsync(english, decision, "Done", null, "Faite");
        Page abandoned = await (await english.Get(given)).Submit(new()
        {
            ["Reason"] = "No money.",
            ["AlsoReason"] = "Pas d’argent.",
        }, Abandon);
        Assert.Empty(abandoned.Document.QuerySelectorAll(Texts));
        Assert.Contains("No money.", abandoned.Text);
        Assert.Contains("Pas d’argent.", (await french.Get(given)).One("ol.timeline").TextContent);
        await (await english.Get(done)).Submit(new() { ["DeliveredOn"] = DayBefore(service) }, Deliver);
        Page judged = await (await english.Get(done)).Submit(NotShown(service, "Too early.", "Trop tôt."), Judge);
        Assert.Empty(judged.Document.QuerySelectorAll(Texts));
        Assert.Contains("Too early.", judged.One("#effect").TextContent);
        Assert.Contains("Trop tôt.", (await french.Get(done)).One("#effect").TextContent);
        Assert.DoesNotContain("Too early.", (await french.Get(done)).Text);
    }

    [Fact]
    public async Task Texts_EmptyTooLongOrAlreadyThere_AreRefused()
    {
        (_, string decision) = await DecideAsync("Refused words");
        Page page = await (await app.As(Role.Manager)).Get(decision);
        Page empty = await page.RefusesAsync(422, new() { ["Texts.Title"] = "  " }, ["Write at least one of the texts."], Texts);
        Assert.True(empty.One("#texts").HasAttribute("open"));
        await page.RefusesAsync(422,
            new() { ["Texts.Title"] = new string('x', 201), ["Texts.Reasons"] = new string('x', 4001) },
            ["Use at most 200 characters.", "Use at most 4000 characters."], Texts);
        await page.Submit(new() { ["Texts.Title"] = "Première" }, Texts);
        // A page left open: the title is there already, and the whole of what was sent is refused.
        await page.RefusesAsync(409, new() { ["Texts.Title"] = "Deuxième", ["Texts.Body"] = "Comité" },
            ["Somebody has changed this in the meantime. What is written stays: look at it again."], Texts);
        Guid id = Id(decision);
        Decision kept = await app.Db(db => db.Decisions.AsNoTracking().FirstAsync(d => d.Id == id));
        Assert.Equal((new LocalText("Refused words", "Première"), ""), (kept.Title, kept.Body.Fr));

        string action = await OpenAsync(await app.As(Role.Manager), decision, "Refused", null);
        Page form = await (await app.As(Role.Manager)).Get(action);
        await form.RefusesAsync(422, [], ["Write at least one of the texts."], Texts);
        await form.RefusesAsync(422, new() { ["Texts.Title"] = new string('x', 201) }, ["Use at most 200 characters."], Texts);
        // Who may only read is not asked to write.
        Assert.Empty((await (await app.As(Role.Executive)).Get(action)).Document.QuerySelectorAll(Texts));
    }

    [Fact]
    public async Task TwoAtOnce_TheFirstIsKept()
    {
        (_, string decision) = await DecideAsync("At once");
        string action = await OpenAsync(await app.As(Role.Manager), decision, "At once", null);
        Page[] forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await (await app.As(Role.Manager)).Get(action)));
        Page[] answers = await Task.WhenAll(forms.Select((form, i) => form.Submit(new() { ["Texts.Title"] = $"Numéro {i}" }, Texts)));
        int first = Array.FindIndex(answers, a => a.Status == 200);
        Assert.Equal(5, answers.Count(a =>
            a.Status == 409 && a.Text.Contains("Somebody has changed this in the meantime.", StringComparison.Ordinal)));
        Guid id = Id(action);
        ImprovementAction kept = await app.Db(db => db.ImprovementActions.AsNoTracking().FirstAsync(a => a.Id == id));
        Assert.Equal(($"Numéro {first}", 1), (kept.Title.Fr, kept.Added.Count));
        string subject = id.ToString();
        Assert.Equal(1, await app.Db(db => db.AuditEvents.CountAsync(e => e.SubjectId == subject && e.Action == "action.texts")));
        // The database says it too, whoever read before the other wrote.
        await Assert.ThrowsAsync<RuleViolationException>(() => app.Db(async late =>
        {
            Guid of = Id(decision);
            Decision read = await late.Decisions.FirstAsync(d => d.Id == of);
            await (await (await app.As(Role.Manager)).Get(decision)).Submit(new() { ["Texts.Title"] = "Avant" }, Texts);
            read.AddTexts("Après", null, null, Recorded.Somebody, TestApp.Now);
            await late.SaveChangesAsync();
        }));
    }

    private static string DayBefore(MeasuredService service) => service.Waves[2].OpensOn.AddDays(-5).ToString("yyyy-MM-dd");

    private static Dictionary<string, string> NotShown(MeasuredService service, string reason, string also = "") => new()
    {
        ["Judgement.AfterWave"] = service.Waves[2].Id.ToString(),
        ["Judgement.Verdict"] = "NotShown",
        ["Judgement.Reason"] = reason,
        ["Judgement.AlsoReason"] = also,
    };

    private async Task<(MeasuredService Service, string Decision)> DecideAsync(string title)
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness");
        Page decided = await form.Submit(new()
        {
            ["Input.Title"] = title,
            ["Input.Reasons"] = "It weighs most.",
            ["Input.Body"] = "Executive committee",
            ["Input.DecidedOn"] = service.Waves[1].ClosesOn.AddDays(5).ToString("yyyy-MM-dd"),
        });
        Assert.True(decided.Status == 200, decided.Text);
        return (service, decided.Url);
    }

    private static async Task<string> OpenAsync(Browser browser, string decision, string title, string? description, string? also = null)
    {
        Page form = await browser.Get($"/improvement/actions/new?decision={Id(decision)}");
        Page opened = await form.Submit(new()
        {
            ["Input.Title"] = title,
            ["Input.Description"] = description ?? "",
            ["Input.Owner"] = "L. Tremblay",
            ["Input.DueOn"] = "2026-12-01",
            ["Input.Item"] = "timeliness",
            ["Input.ExpectedPoints"] = "5",
            ["Input.Also.Title"] = also ?? "",
        });
        Assert.True(opened.Status == 200, opened.Text);
        return opened.Url;
    }

    private static Guid Id(string url) => Guid.Parse(url.Split('/')[^1]);
}
