using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Account;

/// <summary>Sessions end when they are told to, at the next request.</summary>
public sealed class AccountSessionsTests(TestApp app)
{
    [Fact]
    public async Task List_ShowsEachBrowser_AndEndsOneOrAllOthers()
    {
        Person person = await app.PersonAsync();
        Browser[] browsers = [app.Anonymous(), app.Anonymous(), app.Anonymous()];
        foreach (Browser browser in browsers) await person.SignInAsync(browser);
        Page list = await browsers[0].Get("/account/sessions");
        Assert.Equal(3, list.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("now, here", list.Text);

        await list.Submit(form: "form[action*='handler=End']");
        Assert.Single(await Task.WhenAll(browsers.Skip(1).Select(IsOutAsync)), isOut => isOut);
        Page others = await (await browsers[0].Get("/account/sessions")).Submit(form: "form[action*='handler=Others']");
        Assert.Contains("All other sessions have ended.", others.Text);
        Assert.Equal(new[] { false, true, true }, await Task.WhenAll(browsers.Select(IsOutAsync)));
    }

    [Fact]
    public async Task AForeignSession_IsNotEnded()
    {
        Person one = await app.PersonAsync(), other = await app.PersonAsync();
        Browser first = app.Anonymous(), second = app.Anonymous(), third = app.Anonymous();
        await one.SignInAsync(first);
        await other.SignInAsync(second);
        await other.SignInAsync(third);
        string foreign = (await second.Get("/account/sessions")).One("input[name=session]").GetAttribute("value")!;
        await one.SignInAsync(app.Anonymous());
        await (await first.Get("/account/sessions")).Submit(new() { ["session"] = foreign }, form: "form[action*='handler=End']");
        Assert.Equal(new[] { false, false }, await Task.WhenAll(IsOutAsync(second), IsOutAsync(third)));
    }

    [Fact]
    public async Task SigningOut_EndsTheSession_ForACookieThatWasKeptToo()
    {
        Person person = await app.PersonAsync();
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        Browser kept = browser.Copy("en");
        await (await browser.Get("/account")).Submit(form: "form[action='/account/sign-out']");
        Assert.True(await IsOutAsync(kept));
    }

    [Fact]
    public async Task ChangingThePassword_EndsAllOthers()
    {
        Person person = await app.PersonAsync();
        Browser here = app.Anonymous(), elsewhere = app.Anonymous();
        await person.SignInAsync(here);
        await person.SignInAsync(elsewhere);
        await (await here.Get("/account"))
            .Submit(new() { ["Input.Present"] = TestApp.Password, ["Input.New"] = "another long phrase" },
                form: "form:has([name='Input.New'])");
        Assert.Equal(new[] { false, true }, await Task.WhenAll(IsOutAsync(here), IsOutAsync(elsewhere)));
    }

    private static async Task<bool> IsOutAsync(Browser browser) =>
        (await browser.Get("/account")).Url.StartsWith("/account/sign-in", StringComparison.Ordinal);
}
