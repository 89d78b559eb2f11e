using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.People;

/// <summary>Administrators against each other, and links that work once.</summary>
public sealed class RaceTests(TestApp app)
{
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

    [Fact]
    public async Task AdministratorWhoseRoleIsTaken_GivesNoneAtTheSameMoment()
    {
        for (int round = 0; round < 4; round++)
        {
            Guid organisation = await OrganisationAsync();
            (_, Browser first) = await AdministratorAsync(organisation);
            (Guid other, Browser second) = await AdministratorAsync(organisation);
            string email = $"{Guid.NewGuid():N}@late.example";
            Page list = await first.Get("/people"), form = await second.Get("/people/new");
            Page[] sent = await Race.SendAsync(() => Remove(list, other), () => form.Submit(new()
            {
                ["Input.DisplayName"] = "L. Ate",
                ["Input.Email"] = email,
                ["Input.Role"] = "Administrator",
                ["Input.OrganisationId"] = organisation.ToString(),
            }));
            Assert.Equal(200, sent[0].Status);
            bool given = await app.Db(db => db.Users.AnyAsync(u => u.Email == email));
            Assert.Equal(given ? 200 : 404, sent[1].Status);
            // An account comes with its role, or not at all; and after the removal nothing more was given.
            int memberships = await app.Db(db => db.Memberships.CountAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == email)));
            Assert.Equal(given ? 1 : 0, memberships);
            string removed = other.ToString();
            long taken = await app.Db(db => db.AuditEvents
                .Where(e => e.SubjectId == removed && e.Action == "people.role-removed").Select(e => e.Number).FirstAsync());
            Assert.False(await app.Db(db => db.AuditEvents
                .AnyAsync(e => e.Number > taken && e.Action == "people.account-created" && e.After!.Contains(email))));
        }
    }

    [Fact]
    public async Task OnePersonInvitedTwiceAtOnce_HasOneAccountAndOneRole()
    {
        Browser administrator = await app.As(Role.Administrator);
        string email = $"{Guid.NewGuid():N}@a.example";
        Page form = await administrator.Get("/people/new");
        Dictionary<string, string> person = new()
        {
            ["Input.DisplayName"] = "T. Wice",
            ["Input.Email"] = email,
            ["Input.Role"] = "Executive",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        };
        Page[] sent = await Race.SendAsync(() => form.Submit(person), () => form.Submit(person));
        Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
        Assert.Contains("This person already has this role there.", sent.First(p => p.Status == 409).Text);
        Assert.Equal(1, await app.Db(db => db.Users.CountAsync(u => u.Email == email)));
    }

    [Fact]
    public async Task OneAddressInTwoAccounts_IsRefusedByTheDatabase()
    {
        string email = $"{Guid.NewGuid():N}@a.example";
        Func<Task> add = () => app.Db(async db =>
        {
            User user = User.Invite(email, "T. Wice");
            user.NormalizedUserName = email.ToUpperInvariant();
            db.Add(user);
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("people.account-known", add, add);
        Assert.Equal("Somebody has just given this person an account. Send the form again to give the role.", User.Known().Message);
    }

    [Fact]
    public async Task PasswordLink_FollowedTwiceAtOnce_WorksOnce()
    {
        Page ready = await (await (await app.As(Role.Administrator)).Get("/people/new")).Submit(new()
        {
            ["Input.DisplayName"] = "O. Nce",
            ["Input.Email"] = $"{Guid.NewGuid():N}@a.example",
            ["Input.Role"] = "Executive",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        });
        string link = new Uri(ready.One("code").TextContent).PathAndQuery;
        Page one = await app.Anonymous().Get(link), other = await app.Anonymous().Get(link);
        Page[] sent = await Race.SendAsync(
            () => one.Submit(new() { ["Input.Password"] = "the first long phrase" }),
            () => other.Submit(new() { ["Input.Password"] = "the second long phrase" }));
        Assert.Equal([200, 422], sent.Select(p => p.Status).Order());
        Assert.Contains("This link has been used or is too old. Ask for a new one.", sent.First(p => p.Status == 422).Text);
    }

    [Fact]
    public async Task SetUpLink_FollowedTwiceAtOnce_MakesOneAdministrator()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        string path = await fresh.SetupPathAsync();
        Page one = await fresh.Browser().Get(path), other = await fresh.Browser().Get(path);
        Page[] sent = await Race.SendAsync(() => one.Submit(Filled("first@example.org")), () => other.Submit(Filled("second@example.org")));
        Assert.Equal([200, 404], sent.Select(p => p.Status).Order());
        using IServiceScope scope = fresh.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Assert.Equal((1, 1, 1), (await db.Users.CountAsync(), await db.Memberships.CountAsync(), await db.Organisations.CountAsync()));

        static Dictionary<string, string> Filled(string email) => new()
        {
            ["Input.OrganisationEn"] = "Government", ["Input.OrganisationFr"] = "Gouvernement", ["Input.DisplayName"] = "F. Irst",
            ["Input.Email"] = email, ["Input.Password"] = TestApp.Password, ["Input.Start"] = "Empty",
        };
    }

    [Fact]
    public async Task Tree_IsReadAnew_OnceSomebodySavedAnOrganisation()
    {
        // Two processes, each with what it keeps.
        var here = new OrganisationTrees();
        var there = new OrganisationTrees();
        OrganisationTree before = await app.Db(db => here.ReadAsync(db, CancellationToken.None));
        Assert.Same(before, await app.Db(db => here.ReadAsync(db, CancellationToken.None)));
        await app.Db(db => there.ReadAsync(db, CancellationToken.None));
        Guid added = await OrganisationAsync();
        foreach (OrganisationTrees kept in new[] { here, there })
            Assert.Contains(added, (await app.Db(db => kept.ReadAsync(db, CancellationToken.None))).From(app.Government));
    }

    [Fact]
    public async Task NewOrganisation_IsSeenAtOnce_ByWhoeverIsAbove()
    {
        Browser top = await app.AsTop();
        string code = "t" + Guid.NewGuid().ToString("N")[..12];
        Assert.DoesNotContain(code, (await top.Get("/people/new")).Text);
        await app.Db(async db =>
        {
            db.Add(Organisation.Create(code, new(code, code), app.Government));
            await db.SaveChangesAsync();
        });
        Assert.Contains(code, (await top.Get("/people/new")).Text);
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
}
