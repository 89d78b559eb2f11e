using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.People;

/// <summary>A person is invited with a role, once, and a mistake is refused in words.</summary>
public sealed class PeopleNewTests(TestApp app)
{
    [Fact]
    public async Task RoleGivenTwice_OrNameTooLong_IsRefused()
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

    [Fact]
    public async Task Empty_NamesEachMissingField()
    {
        Page form = await (await app.As(Role.Administrator)).Get("/people/new");
        Page refused =
            await form.Submit(new() { ["Input.DisplayName"] = "", ["Input.Email"] = "not an address", ["Input.OrganisationId"] = "" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Enter the person’s name.", refused.Text);
        Assert.Contains("Enter an e-mail address such as name@example.org.", refused.Text);
        Assert.Contains("Choose an organisation.", refused.Text);
    }

    [Fact]
    public async Task OrganisationOutOfReach_IsNotFound()
    {
        Page form = await (await app.As(Role.Administrator)).Get("/people/new");
        Page foreign = await form.Submit(new()
        {
            ["Input.DisplayName"] = "X",
            ["Input.Email"] = "x@b.example",
            ["Input.OrganisationId"] = app.OrganisationB.ToString(),
        });
        Assert.Equal(404, foreign.Status);
        Assert.False(await app.Db(db => db.Users.AnyAsync(u => u.Email == "x@b.example")));
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
