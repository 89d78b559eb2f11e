using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

public sealed class RespondentTests(TestApp app)
{
    private static readonly QuestionnaireContent OnePage = WaveData.Content with { Sections = [WaveData.Content.Sections[0]] };

    private Task<List<Response>> Stored(Wave wave) =>
        app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());
    private Task<List<Draft>> Drafts(Wave wave) => app.Db(db => db.Drafts.AsNoTracking().Where(d => d.WaveId == wave.Id).ToListAsync());
    private Task<Page> Open(Wave wave, string language = "en") => app.Anonymous(language).Get($"/answer/{wave.Slug}");

    [Fact]
    public async Task WholePath_StoresOneResponse_WithoutAccountOrScript()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page first = await Open(wave);
        Assert.Equal((200, "Time and staff"), (first.Status, first.Title));
        Assert.Matches($"^/answer/{wave.Slug}/en/[0-9a-f]{{32}}/1$", first.Url);
        Assert.Empty(first.Document.QuerySelectorAll("script, [name^=__]"));
        Assert.Contains("Step 1 of 2", first.Text);
        Page second = await first.Submit(new() { ["q-overall"] = "4", ["q-time"] = "na" });
        Assert.Equal("About you", second.Title);
        Page thanks =
            await second.Browser.Post(second.Url,
                [new("q-region", "south"), new("q-channels", "web"), new("q-channels", "desk"), new("q-improve", "Open <b>earlier</b>")]);
        Assert.Equal((200, "Thank you"), (thanks.Status, thanks.Title));
        Assert.Matches("Receipt number ([0-9A-Z]{4}-){4}[0-9A-Z]{4}", thanks.Text);
        Response response = Assert.Single(await Stored(wave));
        Answers answers = Answers.Parse(response.AnswersJson, WaveData.Content.Find);
        Assert.Equal(new Answer.Rating(4), answers["overall"]);
        Assert.Equal(new Answer.None(Statistics.NoValue.NotApplicable), answers["time"]);
        Assert.Equal(new Answer.Choice("south"), answers["region"]);
        Assert.Equal(["web", "desk"], Assert.IsType<Answer.Choices>(answers["channels"]).Codes);
        Assert.Equal(new Answer.Comment("Open <b>earlier</b>"), answers["improve"]);
        Assert.Equal(("online", "en", WaveData.Today), (response.Channel, response.Language, response.ReceivedOn));
        Assert.Empty(await Drafts(wave));
    }

    [Fact]
    public async Task Sending_Again_CountsOnceWithTheSameReceipt()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Page form = await Open(wave);
        Page[] together = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => form.Submit(new() { ["q-overall"] = "5" })));
        Page later = await form.Submit(new() { ["q-overall"] = "1" });
        Page reloaded = await later.Browser.Get(later.Url);
        Page back = await form.Browser.Get(form.Url);
        string receipt = Assert.Single(new[] { later, reloaded, back }.Concat(together).Select(Receipt).Distinct());
        Assert.Contains("5", Assert.Single(await Stored(wave)).AnswersJson);
        // Opened anew, the link is another form.
        Page other = await (await Open(wave)).Submit(new() { ["q-overall"] = "5" });
        Assert.NotEqual(receipt, Receipt(other));
        Assert.Equal(2, (await Stored(wave)).Count);

        static string Receipt(Page page) => page.One(".note strong").TextContent;
    }

    [Fact]
    public async Task Receipt_IsCheckedByWhoeverIsShownIt()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage), other = await WaveData.AddAsync(app, OnePage);
        Page thanks = await (await Open(wave)).Submit(new() { ["q-overall"] = "5" });
        string receipt = thanks.One(".note strong").TextContent;
        Page check = await app.Anonymous().Get(thanks.One(".note a").GetAttribute("href")!);
        Assert.Equal((200, "Check a receipt"), (check.Status, check.Title));
        Page real = await check.Submit(new() { ["receipt"] = receipt.ToLowerInvariant().Replace('-', ' ') });
        Assert.Equal(200, real.Status);
        Assert.Contains("This receipt is genuine.", real.Text);
        Page wrong = await check.Submit(new() { ["receipt"] = receipt[..^1] });
        Assert.Equal(422, wrong.Status);
        Assert.Contains("This is no receipt of this survey.", wrong.Text);
        Assert.DoesNotContain("genuine", wrong.Text);
        Page elsewhere = await (await app.Anonymous().Get($"/answer/{other.Slug}/en/receipt")).Submit(new() { ["receipt"] = receipt });
        Assert.Equal(422, elsewhere.Status);
        Assert.Equal("Vérifier un reçu", (await check.Follow("Français")).Title);
    }

    [Fact]
    public async Task AddressHandedOutWithAKey_IsWorthlessToItsMaker()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page made = await Open(wave);
        // Somebody else opens that very address, not the link, and answers there.
        Page theirs = await app.Anonymous().Get(made.Url);
        Page second = await theirs.Submit(new() { ["q-overall"] = "1" });
        Assert.Equal("About you", second.Title);
        Assert.Empty((await made.Browser.Get(made.Url)).Document.QuerySelectorAll("[checked]"));
        Page thanks = await second.Submit(new() { ["q-region"] = "north" });
        Page tried = await made.Browser.Get(thanks.Url);
        Assert.NotEqual("Thank you", tried.Title);
        Assert.DoesNotContain(thanks.One(".note strong").TextContent, tried.Text);
        // And the address still works for the first one and for a third: everybody counts.
        Assert.Equal("Thank you", (await (await (await made.Browser.Get(made.Url)).Submit(new() { ["q-overall"] = "2" })).Submit()).Title);
        Assert.Equal("Thank you",
            (await (await (await app.Anonymous().Get(made.Url)).Submit(new() { ["q-overall"] = "3" })).Submit()).Title);
        Assert.Equal(3, (await Stored(wave)).Count);
    }

    [Fact]
    public async Task AddressThatNobodyWasGiven_IsReplaced_AndWhatWasSentWithItCounts()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage), other = await WaveData.AddAsync(app, OnePage);
        string ofAnother = (await Open(other)).Url.Split('/')[4];
        foreach (string token in new[] { SubmissionKey.New().Token, ofAnother })
        {
            Page page = await app.Anonymous().Get($"/answer/{wave.Slug}/en/{token}/1");
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain(token, page.Url);
            Page thanks = await app.Anonymous().Post($"/answer/{wave.Slug}/en/{token}/1", [new("q-overall", "4")]);
            Assert.Equal("Thank you", thanks.Title);
            Assert.DoesNotContain(token, thanks.Url);
        }
        Assert.Equal(2, (await Stored(wave)).Count);
    }

    [Fact]
    public async Task BrowserThatTakesNoCookie_AnswersAllThePages()
    {
        Wave wave = await WaveData.AddAsync(app);
        HttpClient bare = app.Anonymous().Bare();
        string page = (await bare.GetAsync($"/answer/{wave.Slug}/en")).Headers.Location!.ToString();
        HttpResponseMessage next = await bare.PostAsync(page, new FormUrlEncodedContent([new("q-overall", "4")]));
        Assert.EndsWith("/2", next.Headers.Location!.ToString());
        HttpResponseMessage again = await bare.GetAsync(page);
        Assert.Contains("checked", await again.Content.ReadAsStringAsync());
        HttpResponseMessage sent = await bare.PostAsync(next.Headers.Location, new FormUrlEncodedContent([new("q-region", "north")]));
        Assert.EndsWith("/thanks", sent.Headers.Location!.ToString());
        Assert.Contains("Receipt number", await bare.GetStringAsync(sent.Headers.Location));
        Assert.Single(await Stored(wave));
    }

    [Fact]
    public async Task OnePageWithoutTexts_NeedsNoDraft()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Assert.Equal("Thank you", (await (await Open(wave)).Submit(new() { ["q-overall"] = "5" })).Title);
        Assert.Empty(await Drafts(wave));
    }

    [Fact]
    public async Task Back_KeepsBothPages()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page second = await (await Open(wave)).Submit(new() { ["q-overall"] = "2" });
        Page first = await second.Submit(new() { ["q-region"] = "north", ["q-improve"] = "Line one\nLine two" }, button: "back=1");
        Assert.Equal("Time and staff", first.Title);
        Assert.True(first.One("#q-overall-2").HasAttribute("checked"));
        Page again = await first.Submit();
        Assert.True(again.One("#q-region-north").HasAttribute("checked"));
        Assert.Equal("Line one\nLine two", again.One("#q-improve").TextContent.Trim());
        Page byBrowser = await again.Browser.Get(first.Url);
        Assert.True(byBrowser.One("#q-overall-2").HasAttribute("checked"));
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task BrowsersMayKeepQuestions_ButNobodysAnswers()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page first = await Open(wave);
        Assert.Equal("no-cache, private", await Kept(first.Url));
        Page second = await first.Submit(new() { ["q-overall"] = "2" });
        Assert.Equal("no-cache, private", await Kept(second.Url));
        Assert.Equal("no-store", await Kept(first.Url));
        Assert.Equal("no-store", await Kept((await (await Open(wave)).Submit()).Url));
        Page refused = await second.Submit(new() { ["website"] = "x" });
        Assert.Equal(422, refused.Status);
        Page thanks = await second.Submit();
        Assert.Equal("no-store", await Kept(thanks.Url));
        Assert.Contains("On a shared computer please do", thanks.Text);

        async Task<string> Kept(string path) =>
            (await first.Browser.Raw(new HttpRequestMessage(HttpMethod.Get, path))).Headers.CacheControl!.ToString();
    }

    [Fact]
    public async Task Language_Switch_KeepsAnswersAndAsksForNothing()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        Page french = await (await Open(wave)).Submit(new() { ["q-time"] = "3" }, button: "language=fr");
        Assert.Equal((200, "Le délai et le personnel"), (french.Status, french.Title));
        Assert.Equal("fr", french.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(french.One("#q-time-3").HasAttribute("checked"));
        Page thanks = await french.Submit(new() { ["q-overall"] = "4" });
        Assert.Equal("Merci", thanks.Title);
        Assert.Equal("fr", Assert.Single(await Stored(wave)).Language);
        Assert.Equal("Thank you", (await thanks.Follow("English")).Title);
    }

    [Fact]
    public async Task Language_OfTheBrowser_IsTheFirst() =>
        Assert.Equal("Le délai et le personnel", (await Open(await WaveData.AddAsync(app), "fr")).Title);

    [Fact]
    public async Task Required_LeftOut_Is422WithFocusedSummaryAndFieldError()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page refused = await (await Open(wave)).Submit(new() { ["q-time"] = "5" });
        Assert.Equal(422, refused.Status);
        Assert.StartsWith("Error:", refused.Document.Title);
        AngleSharp.Dom.IElement summary = refused.One(".errors");
        Assert.True(summary.HasAttribute("autofocus"));
        AngleSharp.Dom.IElement said = Assert.Single(summary.QuerySelectorAll("a"));
        Assert.Equal("#q-overall-1", said.GetAttribute("href"));
        Assert.StartsWith("How satisfied are you overall?", said.TextContent.Trim());
        Assert.EndsWith("This question needs an answer.", said.TextContent.Trim());
        Assert.Contains("This question needs an answer.", refused.One("#q-overall-error").TextContent);
        Assert.Contains("q-overall-error", refused.One("#q-overall").GetAttribute("aria-describedby"));
        Assert.True(refused.One("#q-time-5").HasAttribute("checked"));
        Assert.Empty(refused.Document.QuerySelectorAll("#q-time-error"));
    }

    [Fact]
    public async Task PageWithAProblem_IsReloadedReadInTheOtherLanguageAndGoneBackTo()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page refused = await (await Open(wave)).Submit(new() { ["q-time"] = "5" });
        Assert.EndsWith("/1?problem", refused.Url);
        Page again = await refused.Browser.Get(refused.Url);
        Assert.Equal((422, refused.Text), (again.Status, again.Text));
        Page french = await refused.Submit(button: "language=fr");
        Assert.Equal(422, french.Status);
        Assert.StartsWith("Erreur", french.Document.Title);
        Assert.True(french.One("#q-time-5").HasAttribute("checked"));
        Page second = await french.Submit(new() { ["q-overall"] = "3" });
        Assert.EndsWith("/2", second.Url);
        Page back = await second.Browser.Get(refused.Url);
        Assert.Equal(200, back.Status);
        Assert.Empty(back.Document.QuerySelectorAll(".errors, .error"));
        Assert.All(new[] { "#q-time-5", "#q-overall-3" }, chosen => Assert.True(back.One(chosen).HasAttribute("checked")));
        Page thanks = await second.Submit();
        Assert.Equal(thanks.Url, (await thanks.Browser.Get(french.Url)).Url);
    }

    [Fact]
    public async Task MaskedTextOnAPageWithAProblem_IsConfirmedFirst()
    {
        QuestionnaireContent content = WaveData.Content;
        Wave wave = await WaveData.AddAsync(app, content with
        {
            Sections = [content.Sections[0] with { Questions = [.. content.Sections.SelectMany(s => s.Questions)] }],
        });
        Page check = await (await Open(wave)).Submit(new() { ["q-improve"] = "Call me at 613-555-0142" });
        Assert.Equal("We hid personal details", check.Title);
        Page problem = await check.Submit();
        Assert.Equal(422, problem.Status);
        Assert.Contains("This question needs an answer.", problem.Text);
        Assert.Equal("Call me at [telephone number]", problem.One("#q-improve").TextContent.Trim());
        Assert.Equal("Thank you", (await problem.Submit(new() { ["q-overall"] = "3" })).Title);
    }

    [Fact]
    public async Task Required_SkippedByAddress_LeadsBackToItsPage()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page first = await Open(wave);
        Page last = await first.Browser.Get(first.Url[..^1] + "2");
        Page sentBack = await last.Submit(new() { ["q-region"] = "north" });
        Assert.Equal("Time and staff", sentBack.Title);
        Assert.Contains("This question needs an answer.", sentBack.Text);
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task NothingAnswered_IsRefused()
    {
        QuestionnaireContent voluntary =
            OnePage with { Sections = [OnePage.Sections[0] with { Questions = [OnePage.Sections[0].Questions[1]] }] };
        Wave wave = await WaveData.AddAsync(app, voluntary);
        Page refused = await (await Open(wave)).Submit();
        Assert.Equal(422, refused.Status);
        Assert.Contains("Answer at least one question", refused.Text);
        Assert.Equal(422, (await refused.Browser.Get(refused.Url)).Status);
        Assert.Empty(await Stored(wave));
    }

    [Fact]
    public async Task PersonalData_IsMaskedShownAndConfirmed_AndNeverStored()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page second = await (await Open(wave)).Submit(new() { ["q-overall"] = "3" });
        Page check = await second.Submit(new() { ["q-improve"] = "Call me at 613-555-0142 or anna@example.org" });
        Assert.Equal("We hid personal details", check.Title);
        Assert.Contains("Call me at [telephone number] or [e-mail address]", check.Text);
        Assert.DoesNotContain("0142", Assert.Single(await Drafts(wave)).AnswersJson);
        Assert.Empty(await Stored(wave));
        Page changed = await check.Submit(button: "back=1");
        Assert.Equal("Call me at [telephone number] or [e-mail address]", changed.One("#q-improve").TextContent.Trim());
        Page thanks = await changed.Submit(new() { ["q-improve"] = "Call me at [telephone number]" });
        Assert.Equal("Thank you", thanks.Title);
        var comment = (Answer.Comment)Answers.Parse(Assert.Single(await Stored(wave)).AnswersJson, WaveData.Content.Find)["improve"]!;
        Assert.Equal("Call me at [telephone number]", comment.Text);
        Assert.Equal(new Dictionary<string, int> { ["phone"] = 1 }, comment.Masked);
    }

    [Fact]
    public async Task PersonalData_SentAsMasked_IsStoredWithCounts()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page second = await (await Open(wave, "fr")).Submit(new() { ["q-overall"] = "3" });
        Page thanks = await (await second.Submit(new() { ["q-improve"] = "NAS 046 454 286, K1A 0B1" })).Submit();
        Assert.Equal("Merci", thanks.Title);
        var comment = (Answer.Comment)Answers.Parse(Assert.Single(await Stored(wave)).AnswersJson, WaveData.Content.Find)["improve"]!;
        Assert.Equal("NAS [numéro d’assurance sociale], [code postal]", comment.Text);
        Assert.Equal(2, comment.Masked!.Count);
    }
}
