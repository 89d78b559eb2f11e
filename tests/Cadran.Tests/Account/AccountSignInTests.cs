using Cadran.Tests.Support;

namespace Cadran.Tests.People;

/// <summary>Somebody signs in, in the language of the browser, and a wrong password does not tell which part was wrong.</summary>
public sealed class AccountSignInTests(TestApp app)
{
    [Fact]
    public async Task WrongPassword_SaysSoWithoutNamingWhich()
    {
        Page page = await app.Anonymous().Get("/account/sign-in");
        Page refused = await page.Submit(new() { ["Input.Email"] = "nobody@a.example", ["Input.Password"] = "wrong wrong wrong" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("The e-mail address or the password is not right", refused.Text);
    }

    [Fact]
    public async Task Page_IsInTheBrowsersLanguage()
    {
        Page page = await app.Anonymous("fr").Get("/account/sign-in");
        Assert.Equal("Ouvrir une session", page.Title);
    }

    [Fact]
    public async Task Empty_NamesEachMissingField() => await (await app.Anonymous().Get("/account/sign-in"))
        .RefusesAsync(422, [], ["Enter your e-mail address.", "Enter your password."]);
}
