using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.People;

/// <summary>One's own account: the password, and what is said when it cannot be changed.</summary>
public sealed class AccountPageTests(TestApp app)
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
    public async Task Password_MissingWrongOrShort()
    {
        Page account = await (await app.As(Role.Executive)).Get("/account");
        await account.RefusesAsync(422, [], ["Enter your present password.", "Enter a new password."]);
        await account.RefusesAsync(422, new() { ["Input.Present"] = "not this one at all", ["Input.New"] = New },
            ["This is not your present password."]);
        await account.RefusesAsync(422, new() { ["Input.Present"] = TestApp.Password, ["Input.New"] = "short" },
            ["Choose a password of at least 12 characters."]);
    }

    [Fact]
    public async Task SignInAndInvitation_Empty()
    {
        await (await app.Anonymous().Get("/account/sign-in")).RefusesAsync(422, [], ["Enter your e-mail address.", "Enter your password."]);
        Page link = await app.Anonymous().Get($"/account/password?user={Guid.NewGuid()}&token=x");
        await link.RefusesAsync(422, [], ["Enter your password."]);
        // Somebody who was never invited is told the same as somebody whose link is used up.
        await link.RefusesAsync(422, new() { ["Input.Password"] = New }, ["This link has been used or is too old. Ask for a new one."]);
        await (await app.Anonymous().Get("/account/password"))
            .RefusesAsync(422, new() { ["Input.Password"] = New }, ["Token: fill this in."]);
    }

    [Fact]
    public async Task Role_GivenTwice_OrNameTooLong()
    {
        Page form = await (await app.As(Role.Administrator)).Get("/people/new");
        Dictionary<string, string> fine = new()
        {
            ["Input.DisplayName"] = "O. O’Brien",
            ["Input.Email"] = $"o'brien-{Guid.NewGuid():N}@a.example",
            ["Input.Role"] = "Auditor",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        };
        await form.RefusesAsync(422, new(fine) { ["Input.DisplayName"] = new string('n', User.DisplayNameMaxLength + 1) },
            ["Name: 120 characters at most."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Email"] = new string('e', 300) + "@a.example" },
            ["Enter an e-mail address such as name@example.org."]);
        await form.RefusesAsync(422, new(fine) { ["Input.Role"] = "Emperor" }, ["Role: “Emperor” could not be read."]);
        Assert.Equal(200, (await form.Submit(fine)).Status);
        await form.RefusesAsync(409, fine, ["This person already has this role there."]);
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
