using System.Text.RegularExpressions;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Account;

/// <summary>An application for one-time codes, and what there is when it is lost.</summary>
public sealed class AccountAuthenticatorTests(TestApp app)
{
    private const string Wrong = "This code is not right, or it has been used. A code of the application holds for half a minute.";

    [Fact]
    public async Task FromTheFirstCodeToTheLastRecoveryCode()
    {
        Person person = await app.PersonAsync();
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        (string key, string[] codes) = await TurnOnAsync(browser);
        Assert.Equal(10, codes.Distinct().Count());
        await app.Services.TraceAsync("account.second-step-begun", person.Id, "P. Erson", null, null);
        await app.Services.TraceAsync("account.second-step-on", person.Id, "P. Erson", "\"false\"", "\"true\"");
        await app.Services.TraceAsync("account.recovery-codes", person.Id, "P. Erson", null, null);
        Assert.Contains("10 recovery codes are left", (await browser.Get("/account/authenticator")).Text);

        // The password alone leads to the second step only.
        Browser other = app.Anonymous();
        Page step = await person.SignInAsync(other);
        Assert.Equal("Second step", step.Title);
        Assert.StartsWith("/account/sign-in", (await other.Get("/account")).Url);
        await step.RefusesAsync(422, new() { ["Input.Code"] = "000000" }, [Wrong]);
        await app.Services.TraceAsync("account.second-step", person.Id, Actor.System.Name, "\"AccessFailedCount\":\"0\"", null);
        await step.RefusesAsync(422, [], ["Enter a code."]);
        Assert.Equal("/overview", (await step.Submit(new() { ["Input.Code"] = Person.Code(key, TimeProvider.System.GetUtcNow()) })).Url);

        // Each recovery code once, with the dash or without.
        Page again = await person.SignInAsync(app.Anonymous());
        Assert.Equal("/overview",
            (await again.Submit(new() { ["Input.Code"] = codes[0].Replace("-", "", StringComparison.Ordinal) })).Url);
        Page twice = await person.SignInAsync(app.Anonymous());
        await twice.RefusesAsync(422, new() { ["Input.Code"] = codes[0] }, [Wrong]);

        // No secret lies in the database as it is typed.
        string[] kept = await app.Db(db => db.UserTokens.Where(t => t.UserId == person.Id).Select(t => t.Value!).ToArrayAsync());
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, value => codes.Append(key.Replace(" ", "", StringComparison.Ordinal)).Any(value.Contains));

        Page page = await browser.Get("/account/authenticator");
        await page.RefusesAsync(422, new() { ["Input.Password"] = "not this one at all" }, ["This is not your present password."],
            at: "form[action*='handler=Off']");
        Page off = await page.Submit(new() { ["Input.Password"] = TestApp.Password }, form: "form[action*='handler=Off']");
        Assert.Contains("The second step is off.", off.Text);
        await app.Services.TraceAsync("account.second-step-off", person.Id, "P. Erson", null, null);
        Assert.Equal("/overview", (await person.SignInAsync(app.Anonymous())).Url);
    }

    [Fact]
    public async Task TurnedOn_EndsOtherSessions_AndAWrongFirstCodeTurnsNothingOn()
    {
        Person person = await app.PersonAsync();
        Browser browser = app.Anonymous(), other = app.Anonymous();
        await person.SignInAsync(browser);
        await person.SignInAsync(other);
        Page begun = await BeginAsync(browser);
        await begun.RefusesAsync(422, new() { ["Input.Code"] = "123" },
            ["This is not what the application shows now. Is the clock of the device right?"]);
        Assert.False(await app.Db(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.TwoFactorEnabled).SingleAsync()));
        Assert.StartsWith("/account/sign-in", (await other.Get("/account")).Url);
    }

    [Fact]
    public async Task OfSomebodyWhoLostEverything_IsTakenAwayByAnAdministrator()
    {
        Person person = await app.PersonAsync();
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        await TurnOnAsync(browser);
        Page shown = await (await app.As(Role.Administrator)).Get($"/people/{person.Id}");
        await shown.Submit(form: "form[action*='handler=WithoutSecondStep']");
        await app.Services.TraceAsync("people.second-step-removed", person.Id, "Administrator tester", "\"true\"", "\"false\"");
        Assert.Equal("/overview", (await person.SignInAsync(app.Anonymous())).Url);
    }

    private static Task<Page> BeginAsync(Browser browser) => BeginAsync(browser, TestApp.Password);

    private static async Task<Page> BeginAsync(Browser browser, string password) =>
        await (await browser.Get("/account/authenticator"))
            .Submit(new() { ["Input.Password"] = password }, form: "form[action*='handler=Begin']");

    private static async Task<(string Key, string[] Codes)> TurnOnAsync(Browser browser)
    {
        Page begun = await BeginAsync(browser);
        string key = begun.One("li code").TextContent;
        Assert.StartsWith("data:image/svg+xml;base64,", begun.One("figure img").GetAttribute("src"));
        Page on = await begun.Submit(new() { ["Input.Code"] = Person.Code(key, TimeProvider.System.GetUtcNow()) });
        string[] codes = [.. on.Document.QuerySelectorAll("ul.codes code").Select(c => c.TextContent)];
        Assert.All(codes, code => Assert.Matches(new Regex("^[A-Z0-9]{5}-[A-Z0-9]{5}$"), code));
        return (key, codes);
    }
}
