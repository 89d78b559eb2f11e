using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Waves that take no answers, and input nobody's browser sends.</summary>
public sealed class RespondentLimitsTests(TestApp app)
{
    private static readonly QuestionnaireContent OnePage = WaveData.Content with { Sections = [WaveData.Content.Sections[0]] };

    private Task<List<Response>> Stored(Wave wave) =>
        app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());

    private Task<Page> Open(Wave wave, string language = "en") => app.Anonymous(language).Get($"/answer/{wave.Slug}");

    [Fact]
    public async Task Closed_IsAClearPage_InTheReadersLanguage()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-9), closes: WaveData.Today.AddDays(-1));
        Page closed = await Open(wave, "fr");
        Assert.Equal((200, "Ce sondage est terminé"), (closed.Status, closed.Title));
    }

    [Fact]
    public async Task Closed_WhileSomebodyAnswers_TakesNothingMore()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Page form = await Open(wave);
        await app.Db(db => db.Waves.Where(w => w.Id == wave.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.ClosesOn, WaveData.Today.AddDays(-1))
                .SetProperty(w => w.OpensOn, WaveData.Today.AddDays(-2))));
        app.Time.Advance(TimeSpan.FromSeconds(2)); // a respondent page may be a second behind
        Page closed = await form.Submit(new() { ["q-overall"] = "4" });
        Assert.Equal("This survey is closed", closed.Title);
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task NotYetOpen_NamesTheDates()
    {
        Wave wave = await WaveData.AddAsync(app, opens: new DateOnly(2026, 4, 1), closes: new DateOnly(2026, 4, 30));
        Page early = await Open(wave);
        Assert.Equal((200, "This survey is not open yet"), (early.Status, early.Title));
        Assert.Contains("April 1, 2026", early.Text);
    }

    [Theory]
    [InlineData("en", "Choose at most 2.", "You chose too many: keep at most 2.")]
    [InlineData("fr", "Choisissez-en au plus 2.", "Vous en avez choisi trop\u00A0: gardez-en au plus 2.")]
    public async Task ChoosingMoreThanTheQuestionAllows_IsRefused_AndKeepsTheTicks(string language, string hint, string why)
    {
        Wave wave = await WaveData.AddAsync(app, WaveData.AtMostTwoChannels);
        Page second = await (await Open(wave, language)).Submit(new() { ["q-overall"] = "4" });
        Assert.Contains(hint, second.One("#q-channels-hint").TextContent);
        KeyValuePair<string, string>[] three = [new("q-channels", "web"), new("q-channels", "phone"), new("q-channels", "desk")];
        Page refused = await second.Browser.Post(second.Url, three);
        Assert.Equal(422, refused.Status);
        Assert.Equal(why, refused.One("#q-channels-error").TextContent.Trim());
        Assert.Equal("#q-channels-web", refused.One(".errors a").GetAttribute("href"));
        Assert.Equal(3, refused.Document.QuerySelectorAll("#q-channels input:checked").Length);
        Assert.Empty(await Stored(wave));

        // Going back keeps them; they stop the sending all the same, whichever page it is sent from.
        Page first = await second.Browser.Post(second.Url, [.. three, new("back", "1")]);
        Assert.Contains("/1", first.Url);
        Page stopped = await (await first.Submit()).Browser.Post(second.Url, three);
        Assert.Equal(422, stopped.Status);
        Page thanks = await second.Browser.Post(second.Url, three[..2]);
        Assert.Contains("/thanks", thanks.Url);
        Assert.Equal(["web", "phone"],
            Assert.IsType<Answer.Choices>(Answers.Parse(Assert.Single(await Stored(wave)).AnswersJson,
                WaveData.Content.Find)["channels"]).Codes);
    }

    [Fact]
    public async Task TooManyChoicesKeptOnAnEarlierPage_AreFoundWhenSending()
    {
        QuestionnaireContent turned = WaveData.AtMostTwoChannels with { Sections = [.. WaveData.AtMostTwoChannels.Sections.Reverse()] };
        Wave wave = await WaveData.AddAsync(app, turned);
        Page first = await Open(wave);
        Page changed =
            await first.Browser.Post(first.Url,
                [new("q-channels", "web"), new("q-channels", "phone"), new("q-channels", "desk"), new("language", "fr")]);
        Page found = await changed.Browser.Post(changed.Url[..^1] + "2", [new("q-overall", "4")]);
        Assert.Contains("/1?problem", found.Url);
        Assert.Equal("Vous en avez choisi trop\u00A0: gardez-en au plus 2.", found.One("#q-channels-error").TextContent.Trim());
        Assert.Empty(await Stored(wave));
    }

    [Theory]
    [InlineData("/answer")]
    [InlineData("/answer/zzz")]
    [InlineData("/answer/nosuchwave00")]
    [InlineData("/answer/nosuchwave00/en")]
    [InlineData("/answer/nosuchwave00/fr")]
    [InlineData("/answer/nosuchwave00/en/1/2/3")]
    [InlineData("/answer/..%2f..%2fetc/en")]
    public async Task Unknown_Is404_InEveryLanguage(string path)
    {
        string address = path.Split('?')[0];
        Page page = await app.Anonymous(path.EndsWith("/fr", StringComparison.Ordinal) ? "en" : "it, en;q=0.5").Get(path);
        var titles = new Dictionary<string, string>();
        foreach (string other in page.Document.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")!))
        {
            Page translated = await app.Anonymous().Get(address + other);
            Assert.Equal((404, "?language=" + Language(translated)), (translated.Status, other));
            titles.Add(Language(translated), translated.Title);
        }
        titles.Add(Language(page), page.Title);
        Assert.Equal((404, path.EndsWith("/fr", StringComparison.Ordinal) ? "fr" : "en"), (page.Status, Language(page)));
        Assert.Equal(["de", "en", "fr", "nl"], titles.Keys.Order());
        Assert.Equal(("There is no survey at this address", "Il n’y a pas de sondage à cette adresse"), (titles["en"], titles["fr"]));
        Assert.Equal(4, titles.Values.Distinct().Count());
    }

    private static string Language(Page page) => page.One("html").GetAttribute("lang")!;

    [Fact]
    public async Task UnknownKeySectionOrLanguage_Is404()
    {
        Wave wave = await WaveData.AddAsync(app);
        string key = SubmissionKey.New().Token;
        string[] mistyped =
        [
            "de", "en/short/1", $"en/{key.ToUpperInvariant()}/1", $"en/{key}/0", $"en/{key}/3", $"en/{key}/9999999999", $"en/{key}/1/2",
            "en/short/thanks",
        ];
        foreach (string rest in mistyped)
            Assert.Equal(404, (await app.Anonymous().Get($"/answer/{wave.Slug}/{rest}")).Status);
    }

    [Theory]
    [InlineData("q-overall", "6")]
    [InlineData("q-overall", "na")]
    [InlineData("q-overall", "4 ")]
    [InlineData("q-overall", "<script>alert(1)</script>")]
    [InlineData("q-overall", "\u0001")]
    public async Task ForeignOption_IsRefusedAndNotEchoed(string field, string value)
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Page refused = await (await Open(wave)).Submit(new() { [field] = value });
        Assert.Equal(422, refused.Status);
        Assert.Empty(refused.Document.QuerySelectorAll("script"));
        Assert.DoesNotContain("alert(1)", refused.Html);
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task TwoOptionsOfOneRating_AreRefused()
    {
        Page form = await Open(await WaveData.AddAsync(app, OnePage));
        Assert.Equal(422, (await form.Browser.Post(form.Url, [new("q-overall", "1"), new("q-overall", "5")])).Status);
    }

    [Fact]
    public async Task UnknownFields_AreNotStored()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        await (await Open(wave))
            .Submit(new() { ["q-overall"] = "4", ["q-foreign"] = "5", ["overall"] = "1", ["weight"] = "1000", ["q-region"] = "south" });
        Response response = Assert.Single(await Stored(wave));
        Assert.Equal(1, Answers.Parse(response.AnswersJson, WaveData.Content.Find).Count);
        Assert.Equal(1, response.Weight);
    }

    [Fact]
    public async Task CommentOf10000Characters_IsRefusedWithItsTextAndTheLimit()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page second = await (await Open(wave)).Submit(new() { ["q-overall"] = "3" });
        Assert.Contains("Up to 2,000 characters", second.Text);
        string text = string.Concat(Enumerable.Repeat("0123456789", 1000));
        Page refused = await second.Submit(new() { ["q-improve"] = text });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Shorten your text to 2,000 characters.", refused.Text);
        Assert.Equal(text, refused.One("#q-improve").TextContent.Trim());
        Assert.Equal(422, (await second.Submit(new() { ["q-improve"] = text }, button: "back=1")).Status);
        Assert.Equal("Thank you", (await second.Submit(new() { ["q-improve"] = new string('é', 2000) })).Title);
    }

    [Fact]
    public async Task ControlCharactersAndHtml_AreStoredAsHarmlessText()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page second = await (await Open(wave)).Submit(new() { ["q-overall"] = "3" });
        await second.Submit(new() { ["q-improve"] = " a\u0001b\u0007c <img src=x onerror=alert(1)>\r\n{{overall}} ${x} " });
        Answers answers = Answers.Parse(Assert.Single(await Stored(wave)).AnswersJson, WaveData.Content.Find);
        Assert.Equal("abc <img src=x onerror=alert(1)>\n{{overall}} ${x}", ((Answer.Comment)answers["improve"]!).Text);
        Wave other = await WaveData.AddAsync(app);
        Page form = await (await Open(other)).Submit(new() { ["q-overall"] = "3" });
        Page back = await (await form.Submit(new() { ["q-improve"] = "</textarea><script>alert(1)</script>" }, button: "back=1")).Submit();
        Assert.Equal("</textarea><script>alert(1)</script>", back.One("#q-improve").TextContent.Trim());
        Assert.Empty(back.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task HtmlInAQuestion_IsShownAsText()
    {
        QuestionnaireContent content = OnePage with
        {
            Sections = [OnePage.Sections[0] with
            {
                Questions = [WaveData.Rating("overall", "<script>alert(1)</script>", "Question « française » ?")],
            }],
        };
        Page page = await Open(await WaveData.AddAsync(app, content));
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script>", page.One("legend").TextContent);
    }

    [Fact]
    public async Task Honeypot_Filled_StoresNothingAndSaysWhy()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Page refused = await (await Open(wave)).Submit(new() { ["q-overall"] = "4", ["website"] = "http://spam.example" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Leave the field “Website” empty", refused.Text);
        Assert.True(refused.One("#q-overall-4").HasAttribute("checked"));
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task BodyTooLargeOrNoForm_IsAClearPage()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Page form = await Open(wave);
        Page large = await form.Submit(new() { ["q-overall"] = new string('x', 600_000) });
        Assert.Equal((413, "Your answers are too long"), (large.Status, large.Title));
        Page json = await form.Browser.Send(new HttpRequestMessage(HttpMethod.Post, form.Url)
        {
            Content = new StringContent("{}", null, "application/json"),
        });
        Assert.Equal((400, "Your answers could not be read"), (json.Status, json.Title));
        Assert.Equal(400, (await form.Submit(new() { ["q-overall"] = "4\0" })).Status);
        Page fields =
            await form.Browser.Post(form.Url, Enumerable.Range(0, 5000).Select(i => new KeyValuePair<string, string>("f" + i, "1")));
        Assert.Equal(400, fields.Status);
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task Pages_AreSmall()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await Open(wave);
        var request = new HttpRequestMessage(HttpMethod.Get, form.Url);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using HttpResponseMessage response = await form.Browser.Raw(request);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        // Opening the link gave the one cookie there is: a number for these pages, until a draft would be gone.
        Assert.DoesNotContain(response.Headers, h => h.Key == "Set-Cookie");
        using HttpResponseMessage opened = await app.Anonymous().Bare().GetAsync($"/answer/{wave.Slug}/en");
        Assert.Matches($"^cadran-answer=[0-9a-f]{{32}}; max-age=172800; path=/answer/{wave.Slug}; samesite=lax; httponly$",
            Assert.Single(opened.Headers.GetValues("Set-Cookie")));
        using HttpResponseMessage css =
            await form.Browser.Raw(new HttpRequestMessage(HttpMethod.Get, form.One("link[rel=stylesheet]").GetAttribute("href")));
        long total = response.Content.Headers.ContentLength!.Value + (await css.Content.ReadAsByteArrayAsync()).Length;
        Assert.InRange(total, 1, 25 * 1024);
    }

    [Fact]
    public async Task SomebodyElsesKey_InAnotherWave_ShowsNothing()
    {
        Wave one = await WaveData.AddAsync(app), two = await WaveData.AddAsync(app);
        Page second = await (await Open(one)).Submit(new() { ["q-overall"] = "2" });
        Page foreign = await second.Browser.Get(second.Url.Replace(one.Slug, two.Slug, StringComparison.Ordinal)[..^1] + "1");
        Assert.Equal(200, foreign.Status);
        Assert.Empty(foreign.Document.QuerySelectorAll("[checked]"));
    }
}
