using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>A questionnaire is offered in each of its languages, and in no other.</summary>
public sealed class RespondentLanguagesTests(TestApp app)
{
    private static QuestionnaireContent In(params string[] languages) =>
        MeasureBank.Current.CoreQuestionnaire(new("Your experience", "Votre expérience", "Uw ervaring", "Ihre Erfahrung"))
            with
        { Languages = languages };

    [Theory]
    [InlineData("nl-BE", "nl", "Tevreden")]
    [InlineData("de-DE, fr;q=0.8", "de", "Zufrieden")]
    [InlineData("fr-BE", "fr", "Satisfait(e)")]
    [InlineData("pt, en;q=0.5", "nl", "Tevreden")]
    public async Task Browser_IsAnsweredInTheLanguageItAsksFor_OrInTheFirstOfTheQuestionnaire(string asks, string gets, string word)
    {
        Wave wave = await WaveData.AddAsync(app, In("nl", "fr", "de"));
        Page page = await app.Anonymous(asks).Get($"/answer/{wave.Slug}");
        Assert.StartsWith($"/answer/{wave.Slug}/{gets}/", page.Url);
        Assert.Equal(gets, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(word, page.Text);
        Assert.Equal(new[] { "nl", "fr", "de" }.Except([gets]),
            page.Document.QuerySelectorAll("header button[name=language]").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public async Task Answers_AreKeptFromLanguageToLanguage_AndSayInWhichTheyWereSent()
    {
        Wave wave = await WaveData.AddAsync(app, In("fr", "nl") with { Sections = [In("nl").Sections[0]] });
        Page page = await app.Anonymous("fr").Get($"/answer/{wave.Slug}");
        page = await page.Submit(new() { ["q-overall"] = "4" }, button: "language=nl");
        Assert.Equal("nl", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("4", page.One("[name=q-overall][checked]").GetAttribute("value"));
        Page thanks = await page.Submit();
        Assert.EndsWith("/thanks", thanks.Url);
        Assert.Equal("nl", thanks.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("nl", (await app.Db(db => db.Responses.AsNoTracking().SingleAsync(r => r.WaveId == wave.Id))).Language);
        Page receipt = await thanks.Browser.Get(thanks.One(".note a").GetAttribute("href")!);
        Assert.Equal("nl", receipt.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", (await receipt.Follow("Français")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task LanguageThatTheQuestionnaireDoesNotHave_IsNoAddress_AndSaysSoInThatLanguage()
    {
        Wave wave = await WaveData.AddAsync(app, In("fr", "nl"));
        Page german = await app.Anonymous("en").Get($"/answer/{wave.Slug}/de");
        Assert.Equal((404, "de"), (german.Status, german.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal(["English", "Français", "Nederlands"], german.Document.QuerySelectorAll("header nav a").Select(a => a.TextContent));
        string link = german.One("header nav a[lang=nl]").GetAttribute("href")!;
        Page dutch = await german.Browser.Get(german.Url + link);
        Assert.Equal((404, "nl"), (dutch.Status, dutch.Document.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public async Task ClosedWave_SaysSoInItsLanguages()
    {
        Wave wave = await WaveData.AddAsync(app, In("nl", "de"), WaveData.Today.AddDays(-60), WaveData.Today.AddDays(-31));
        Page page = await app.Anonymous("en").Get($"/answer/{wave.Slug}");
        Assert.Equal("nl", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("de", (await page.Follow("Deutsch")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task StaffSeeTheLanguages_OnTheWaveAndThePoster_AndPreviewEach()
    {
        Wave wave = await WaveData.AddAsync(app, In("nl", "fr"));
        Browser analyst = await app.As(Cadran.People.Role.Analyst);
        Page page = await analyst.Get($"/collection/waves/{wave.Id}");
        Assert.Contains("Languages: Dutch, French.", page.Text);
        Page preview = await page.Follow("Preview what respondents see");
        Assert.Equal((200, "nl"), (preview.Status, preview.Document.DocumentElement.GetAttribute("lang")));
        Page poster = await analyst.Get($"/collection/waves/{wave.Id}/poster");
        Assert.Equal(["nl", "fr"], poster.Document.QuerySelectorAll(".poster section").Select(s => s.GetAttribute("lang")));
    }
}
