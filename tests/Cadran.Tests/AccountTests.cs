using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests;

public sealed class AccountTests(TestApp app)
{
    [Fact]
    public async Task SignIn_WrongPassword_SaysSoWithoutNamingWhich()
    {
        Page page = await app.Anonymous().Get("/account/sign-in");
        Page refused = await page.Submit(new() { ["Input.Email"] = "nobody@a.example", ["Input.Password"] = "wrong wrong wrong" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("The e-mail address or the password is not right", refused.Text);
    }

    [Fact]
    public async Task SignIn_InFrench_ByTheBrowsersLanguage()
    {
        Page page = await app.Anonymous("fr").Get("/account/sign-in");
        Assert.Equal("Ouvrir une session", page.Title);
    }

    [Fact]
    public async Task UnknownPage_ForSomebodySignedIn_Is404()
    {
        Page page = await (await app.As(Role.Analyst)).Get("/there/is/nothing/here");
        Assert.Equal(404, page.Status);
    }
}
