using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.RegisterForms;

namespace Cadran.Tests.Improvement;

/// <summary>A decision is withdrawn once, and gets its other language afterwards without losing the first.</summary>
public sealed class DecisionsShowTests(TestApp app)
{
    [Fact]
    public async Task Withdrawn_SaysSo_AndNotTwice()
    {
        Page page = await app.DecideAsync("Withdrawn later");
        Assert.Contains("This decision was withdrawn", (await page.Submit(form: Withdraw)).Text);
        await page.RefusesAsync(409, [], ["This decision is already withdrawn."], Withdraw);
    }

    [Fact]
    public async Task WithdrawnWhileAnActionIsOpenedFromIt_NeverHasOneOpenedLater()
    {
        for (int round = 0; round < 4; round++)
        {
            Page page = await app.DecideAsync($"Withdrawn meanwhile {round}");
            Page form = await app.ActionFormAsync(page.Id);
            Page[] sent = await Race.SendAsync(() => form.Submit(Action("Step")), () => page.Submit(form: Withdraw));
            Assert.Equal(200, sent[1].Status);
            string decision = page.Id.ToString();
            string? opened = await app.Db(db => db.ImprovementActions.Where(a => a.DecisionId == page.Id)
                .Select(a => a.Id.ToString()).FirstOrDefaultAsync());
            Assert.Equal(opened is null ? 409 : 200, sent[0].Status);
            // The last thing that happened, whoever was first.
            string last = await app.Db(db => db.AuditEvents.Where(e => e.SubjectId == decision || e.SubjectId == opened)
                .OrderByDescending(e => e.Number).Select(e => e.Action).FirstAsync());
            Assert.Equal("decision.withdraw", last);
        }
    }

    [Fact]
    public async Task RecordedInEnglish_AsksForTheFrench()
    {
        Page page = await app.DecideAsync("To translate");
        Assert.Equal("fr", page.One("#Texts_Title").GetAttribute("lang"));
        Assert.StartsWith("Reasons, in French", page.One("label[for=Texts_Reasons]").TextContent);
    }

    [Fact]
    public async Task FrenchOfSomeFields_IsKept_AndTheOthersAreStillAskedFor()
    {
        Page half = await (await app.DecideAsync("Half")).Submit(new()
        {
            ["Texts.Title"] = "Moitié",
            ["Texts.Reasons"] = "Il pèse le plus.",
        }, Texts);
        Assert.Equal(200, half.Status);
        Assert.Empty(half.Document.QuerySelectorAll("#Texts_Title, #Texts_Reasons"));
        Assert.NotEmpty(half.Document.QuerySelectorAll("#Texts_Body"));
        Assert.Contains("Added in French by Manager tester on ", half.Text);
        Assert.Contains(": Title, Reasons", half.Text);
    }

    [Fact]
    public async Task FrenchOfAllFields_IsReadAsIfItHadBeenRecorded_AndTheEnglishStays()
    {
        string decision = (await app.DecideAsync("Second <i>words</i>")).Url;
        Page page = await (await app.As(Role.Manager, "fr")).Get(decision);
        Page whole = await page.Submit(new()
        {
            ["Texts.Title"] = " Seconds <i>mots</i> ",
            ["Texts.Reasons"] = "Il pèse le plus.\nIl est mal noté.",
            ["Texts.Body"] = "Comité de direction",
        }, Texts);
        Assert.Empty(whole.Document.QuerySelectorAll(Texts));
        Assert.Equal("Seconds <i>mots</i>", whole.Title);
        Assert.Empty(whole.Document.QuerySelectorAll("h1 [lang], .sub [lang], section.panel div[lang]"));
        Assert.Contains("Ajouté en français par Manager tester le", whole.Text);
        Decision kept = await KeptAsync(whole.Id);
        Assert.Equal(new LocalText("Second <i>words</i>", "Seconds <i>mots</i>"), kept.Title);
        Assert.Equal(new LocalText("It weighs most.", "Il pèse le plus.\nIl est mal noté."), kept.Reasons);
        Assert.Equal([("Title", "fr"), ("Reasons", "fr"), ("Body", "fr")], kept.Added.Select(a => (a.Field, a.Language)));
        await app.Services.TraceAsync("decision.texts", whole.Id, "Manager tester",
            "{\"Added\":\"[]\"}", "\"Body.Fr\":\"Comité de direction\"");
    }

    [Fact]
    public async Task AddedTexts_EmptyOrTooLong_AreRefused()
    {
        Page page = await app.DecideAsync("Refused words");
        Page empty = await page.RefusesAsync(422, new() { ["Texts.Title"] = "  " }, ["Write at least one of the texts."], Texts);
        Assert.True(empty.One("#texts").HasAttribute("open"));
        await page.RefusesAsync(422,
            new() { ["Texts.Title"] = new string('x', 201), ["Texts.Reasons"] = new string('x', 4001) },
            ["Use at most 200 characters.", "Use at most 4000 characters."], Texts);
    }

    // A page left open: the title is there already, and the whole of what was sent is refused.
    [Fact]
    public async Task AddedText_ThatIsThereAlready_IsRefusedWithTheOthers()
    {
        Page page = await app.DecideAsync("Written twice");
        await page.Submit(new() { ["Texts.Title"] = "Première" }, Texts);
        await page.RefusesAsync(409, new() { ["Texts.Title"] = "Deuxième", ["Texts.Body"] = "Comité" }, [Changed], Texts);
        Decision kept = await KeptAsync(page.Id);
        Assert.Equal((new LocalText("Written twice", "Première"), ""), (kept.Title, kept.Body.Fr));
    }

    [Fact]
    public async Task AddedTexts_OfWhoeverReadBeforeAnotherWrote_AreRefusedByTheDatabase()
    {
        Page page = await app.DecideAsync("Written late");
        await Assert.ThrowsAsync<RuleViolationException>(() => app.Db(async late =>
        {
            Decision read = await late.Decisions.FirstAsync(d => d.Id == page.Id);
            await page.Submit(new() { ["Texts.Title"] = "Avant" }, Texts);
            read.AddTexts("Après", null, null, Recorded.Somebody, TestApp.Now);
            await late.SaveChangesAsync();
        }));
    }

    private Task<Decision> KeptAsync(Guid id) => app.Db(db => db.Decisions.AsNoTracking().FirstAsync(d => d.Id == id));
}
