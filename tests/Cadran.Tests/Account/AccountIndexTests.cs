using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.People;

/// <summary>One's own account: the password, and what is said when it cannot be changed.</summary>
public sealed class AccountIndexTests(TestApp app)
{
    private const string New = "another long phrase";

    [Fact]
    public async Task Password_IsChanged_AndTheOldOneNoLongerOpens()
    {
        (Browser person, string email) = await NewcomerAsync();
        Page account = await person.Get("/account");
        Page changed = await account.Submit(new() { ["Input.Present"] = TestApp.Password, ["Input.New"] = New });
        Assert.Contains("Your password is changed.", changed.Text);
        Page signIn = await app.Anonymous().Get("/account/sign-in");
        await signIn.RefusesAsync(422, new() { ["Input.Email"] = email, ["Input.Password"] = TestApp.Password },
            ["The e-mail address or the password is not right. After several failures, wait five minutes."]);
        Assert.DoesNotContain("/account/sign-in", (await signIn.Submit(new() { ["Input.Email"] = email, ["Input.Password"] = New })).Url);
    }

    [Fact]
    public async Task Password_MissingWrongOrShort_IsRefused()
    {
        Page account = await (await app.As(Role.Executive)).Get("/account");
        await account.RefusesAsync(422, [], ["Enter your present password.", "Enter a new password."]);
        await account.RefusesAsync(422, new() { ["Input.Present"] = "not this one at all", ["Input.New"] = New },
            ["This is not your present password."]);
        await account.RefusesAsync(422, new() { ["Input.Present"] = TestApp.Password, ["Input.New"] = "short" },
            ["Choose a password of at least 12 characters."]);
    }

    private async Task<(Browser Browser, string Email)> NewcomerAsync()
    {
        string email = $"{Guid.NewGuid():N}@a.example";
        Page ready = await (await (await app.As(Role.Administrator)).Get("/people/new"))
            .Submit(new()
            {
                ["Input.DisplayName"] = "N. Newcomer",
                ["Input.Email"] = email,
                ["Input.Role"] = "Executive",
                ["Input.OrganisationId"] = app.OrganisationA.ToString(),
            });
        Browser browser = app.Anonymous();
        Page chosen = await (await browser.Get(new Uri(ready.One("code").TextContent).PathAndQuery))
            .Submit(new() { ["Input.Password"] = TestApp.Password });
        await chosen.Submit(new() { ["Input.Email"] = email, ["Input.Password"] = TestApp.Password });
        return (browser, email);
    }
}
