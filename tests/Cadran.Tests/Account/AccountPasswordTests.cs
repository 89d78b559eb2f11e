using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>The link of an invitation: it works once, for whoever follows it first.</summary>
public sealed class AccountPasswordTests(TestApp app)
{
    private const string New = "another long phrase";

    [Fact]
    public async Task Link_OfNobody_IsRefused()
    {
        Page link = await app.Anonymous().Get($"/account/password?user={Guid.NewGuid()}&token=x");
        await link.RefusesAsync(422, [], ["Enter your password."]);
        // Somebody who was never invited is told the same as somebody whose link is used up.
        await link.RefusesAsync(422, new() { ["Input.Password"] = New }, ["This link has been used or is too old. Ask for a new one."]);
        await (await app.Anonymous().Get("/account/password"))
            .RefusesAsync(422, new() { ["Input.Password"] = New }, ["Token: fill this in."]);
    }

    [Fact]
    public async Task Link_FollowedTwiceAtOnce_WorksOnce()
    {
        (string link, _) = await InvitedAsync();
        Page one = await app.Anonymous().Get(link), other = await app.Anonymous().Get(link);
        Page[] sent = await Race.SendAsync(
            () => one.Submit(new() { ["Input.Password"] = "the first long phrase" }),
            () => other.Submit(new() { ["Input.Password"] = "the second long phrase" }));
        Assert.Equal([200, 422], sent.Select(p => p.Status).Order());
        Assert.Contains("This link has been used or is too old. Ask for a new one.", sent.First(p => p.Status == 422).Text);
    }

    [Fact]
    public async Task PasswordTooShort_IsRefused_ALongOneOpens()
    {
        (string link, string email) = await InvitedAsync();
        Page tooShort = await (await app.Anonymous().Get(link)).RefusesAsync(422, new() { ["Input.Password"] = "short" },
            ["Choose a password of at least 12 characters."]);
        Page chosen = await tooShort.Submit(new() { ["Input.Password"] = New });
        Assert.Contains("/account/sign-in", chosen.Url);
        Page inside = await chosen.Submit(new() { ["Input.Email"] = email, ["Input.Password"] = New });
        Assert.DoesNotContain("/account/sign-in", inside.Url);
    }

    [Fact]
    public async Task Link_ThatWasUsed_IsRefused()
    {
        (string link, _) = await InvitedAsync();
        await (await app.Anonymous().Get(link)).Submit(new() { ["Input.Password"] = New });
        await (await app.Anonymous().Get(link)).RefusesAsync(422, new() { ["Input.Password"] = "another phrase again" },
            ["This link has been used or is too old."]);
    }

    private async Task<(string Link, string Email)> InvitedAsync()
    {
        string email = $"{Guid.NewGuid():N}@a.example";
        Page ready = await (await (await app.As(Role.Administrator)).Get("/people/new")).Submit(new()
        {
            ["Input.DisplayName"] = "N. Newcomer",
            ["Input.Email"] = email,
            ["Input.Role"] = "Analyst",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        });
        return (new Uri(ready.One("code").TextContent).PathAndQuery, email);
    }
}
