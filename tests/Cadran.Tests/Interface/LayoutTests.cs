using System.IO.Compression;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

public sealed class LayoutTests(TestApp app)
{
    [Fact]
    public async Task Page_HasLanguageSkipLinkOneHeadingAndNothingInline()
    {
        Page page = await app.Anonymous("fr").Get("/account/sign-in");
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.Document.QuerySelector(page.One(".ds-skip-link").GetAttribute("href")!));
        page.One("h1");
        Assert.Empty(page.Document.QuerySelectorAll("style, script:not([src]), [style], [onclick]"));
    }

    [Fact]
    public async Task Menu_IsForPeopleSignedIn()
    {
        Page outside = await app.Anonymous().Get("/account/sign-in");
        Page inside = await (await app.As(Role.Analyst)).Get("/there/is/nothing/here");
        Assert.Empty(outside.Document.QuerySelectorAll(".bar nav a"));
        Assert.Equal(["/overview", "/catalogue", "/questionnaires", "/collection", "/feedback", "/insight", "/improvement", "/reporting"],
            inside.Document.QuerySelectorAll(".bar nav a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task LanguageSwitch_ComesBackToTheSamePageInTheOtherLanguage()
    {
        Page english = await app.Anonymous().Get("/account/sign-in?ReturnUrl=%2Fcatalogue");
        Page french = await english.Follow("Français");
        Assert.Equal("Ouvrir une session", french.Title);
        Assert.Equal(english.Url, french.Url);
    }

    [Fact]
    public async Task Scheme_IsRememberedByTheServer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("Cookie", "cadran-theme=dark");
        Page dark = await new Browser(app.Address, "en", new()).Send(request);
        Assert.Equal("auto", (await app.Anonymous().Get("/account/sign-in")).Document.DocumentElement.GetAttribute("data-color-scheme"));
        Assert.Equal("dark", dark.Document.DocumentElement.GetAttribute("data-color-scheme"));
    }

    [Fact]
    public async Task Assets_AreServedForeverUnderTheirHash()
    {
        Page page = await app.Anonymous().Get("/account/sign-in");
        string address = page.One("link[rel=stylesheet]").GetAttribute("href")!;
        Assert.Contains("?v=", address);
        using HttpResponseMessage sheet = await page.Browser.Raw(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", sheet.Headers.CacheControl!.ToString());
        Assert.Contains(".ds-button", await sheet.Content.ReadAsStringAsync());
    }

    [Fact]
    public void RespondentSheet_LeavesRoomInTheBudgetOfTheFirstView()
    {
        byte[] sheet = File.ReadAllBytes(Path.Combine(Sources.Web, "wwwroot", "assets", "answer.css"));
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(sheet);
        // 25 KB for everything; the sheet takes at most a fifth, the page itself the rest.
        Assert.InRange(compressed.Length, 500, 5_000);
    }

    [Fact]
    public async Task LanguageSwitch_StaysOnTheSite()
    {
        Page page = await app.Anonymous().Get("/account/language?to=fr&back=//elsewhere.example/");
        Assert.StartsWith("/", page.Url);
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
    }
}
