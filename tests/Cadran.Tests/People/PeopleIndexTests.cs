using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.People;

/// <summary>Roles are taken away, but never the last that could give them.</summary>
public sealed class PeopleIndexTests(TestApp app)
{
    [Fact]
    public async Task OwnAdministratorRole_CannotBeRemoved()
    {
        Browser administrator = await app.As(Role.Administrator);
        Guid own = await app.Db(db => db.Memberships.Where(m => m.Role == Role.Administrator && m.OrganisationId == app.OrganisationA)
            .Select(m => m.Id).FirstAsync());
        Page refused = await (await administrator.Get("/people"))
            .Submit(new() { ["membershipId"] = own.ToString() }, form: $"form:has(input[value='{own}'])");
        Assert.Equal(409, refused.Status);
        Assert.Contains("You cannot remove your own administrator role.", refused.Text);
    }

    [Fact]
    public async Task AdministratorsWhoRemoveEachOther_LeaveOne()
    {
        for (int round = 0; round < 4; round++)
        {
            Guid organisation = await OrganisationAsync();
            (Guid one, Browser first) = await AdministratorAsync(organisation);
            (Guid other, Browser second) = await AdministratorAsync(organisation);
            Page seenByFirst = await first.Get("/people"), seenBySecond = await second.Get("/people");
            Page[] sent = await Race.SendAsync(() => Remove(seenByFirst, other), () => Remove(seenBySecond, one));
            Assert.Single(sent, page => page.Status == 200);
            Guid[] left = await app.Db(db => db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => m.Id).ToArrayAsync());
            Assert.Contains(Assert.Single(left), new[] { one, other });
        }
    }

    private static Task<Page> Remove(Page list, Guid membership) => list.Submit(form: $"form:has(input[value='{membership}'])");

    private async Task<Guid> OrganisationAsync()
    {
        Organisation organisation = Organisation.Create("r" + Guid.NewGuid().ToString("N")[..12], new("Raced", "Disputé"), app.Government);
        await app.Db(async db =>
        {
            db.Add(organisation);
            await db.SaveChangesAsync();
        });
        return organisation.Id;
    }

    private async Task<(Guid Membership, Browser Browser)> AdministratorAsync(Guid organisation)
    {
        string email = $"{Guid.NewGuid():N}@raced.example";
        using IServiceScope scope = app.Services.CreateScope();
        User user = User.Invite(email, "R. Aced");
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, TestApp.Password)).Succeeded);
        Membership membership = Membership.Give(user.Id, organisation, Role.Administrator);
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Add(membership);
        await db.SaveChangesAsync();
        Browser browser = app.Anonymous();
        await (await browser.Get("/account/sign-in")).Submit(new() { ["Input.Email"] = email, ["Input.Password"] = TestApp.Password });
        return (membership.Id, browser);
    }

    [Fact]
    public async Task PeopleOfAnotherBranch_AreNotListed() =>
        Assert.DoesNotContain("manager@b.example", (await (await app.As(Role.Administrator)).Get("/people")).Text);
}
