using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>Accounts, roles and the trail they leave.</summary>
public sealed class PeopleTests(TestApp app)
{
    [Fact]
    public async Task NewPerson_GetsALink_ChoosesAPassword_AndSignsInOnce()
    {
        Browser administrator = await app.As(Role.Administrator);
        Page form = await administrator.Get("/people/new");
        Page ready = await form.Submit(new()
        {
            ["Input.DisplayName"] = "N. Newcomer",
            ["Input.Email"] = "newcomer@a.example",
            ["Input.Role"] = "Analyst",
            ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        });
        string link = new Uri(ready.One("code").TextContent).PathAndQuery;

        Browser newcomer = app.Anonymous();
        Page tooShort = await (await newcomer.Get(link)).Submit(new() { ["Input.Password"] = "short" });
        Assert.Equal(422, tooShort.Status);
        Assert.Contains("Choose a password of at least 12 characters.", tooShort.Text);
        Page chosen = await tooShort.Submit(new() { ["Input.Password"] = "a long enough phrase" });
        Assert.Contains("/account/sign-in", chosen.Url);
        Page inside = await chosen.Submit(new() { ["Input.Email"] = "newcomer@a.example", ["Input.Password"] = "a long enough phrase" });
        Assert.DoesNotContain("/account/sign-in", inside.Url);

        Page again = await (await app.Anonymous().Get(link)).Submit(new() { ["Input.Password"] = "another long phrase" });
        Assert.Equal(422, again.Status);
        Assert.Contains("This link has been used or is too old.", again.Text);
    }

    [Fact]
    public async Task NewPerson_Empty_NamesEachMissingField()
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
    public async Task People_AreForAdministrators_OfTheirOwnBranch()
    {
        Assert.Equal(403, (await (await app.As(Role.Manager)).Get("/people")).Status);
        Assert.Equal(403, (await (await app.As(Role.Manager)).Get("/people/new")).Status);
        Assert.DoesNotContain("manager@b.example", (await (await app.As(Role.Administrator)).Get("/people")).Text);
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
    public async Task AuditTrail_IsReadFromTheTop_AndUnbroken()
    {
        // an auditor of one ministry, not of the government
        Assert.Equal(403, (await (await app.As(Role.Auditor)).Get("/people/audit")).Status);
        (long events, long? brokenAt) = await app.Db(db => AuditChain.VerifyAsync(db, CancellationToken.None));
        Assert.True(events > 0);
        Assert.Null(brokenAt);
    }

    [Fact]
    public async Task AuditTrail_SaysWhereItWasTamperedWith()
    {
        string? postgres = await TestPostgres.CreateDatabaseAsync();
        string file = Path.Combine(app.DataFolder, $"tampered-{Guid.NewGuid():N}.db");
        try
        {
            await using CadranDb db = postgres is null
                ? new SqliteCadranDb(new DbContextOptionsBuilder<SqliteCadranDb>().UseSqlite(SqliteCadranDb.ConnectionString(file)).Options,
                    app.Time)
                : new PostgresCadranDb(new DbContextOptionsBuilder<PostgresCadranDb>().UseNpgsql(postgres).Options, app.Time);
            await Schema.ApplyAsync(db, app.Time, CancellationToken.None);
            for (int i = 1; i <= 3; i++)
            {
                db.Organisations.Add(Organisation.Create($"O{i}", new($"Organisation {i}", "")));
                await db.SaveChangesAsync();
            }
            Assert.Equal((3L, null), await AuditChain.VerifyAsync(db, CancellationToken.None));
            await db.Database.ExecuteSqlRawAsync("update \"AuditEvents\" set \"By\" = 'somebody else' where \"Number\" = 2");
            Assert.Equal((1L, 2L), await AuditChain.VerifyAsync(db, CancellationToken.None));
        }
        finally
        {
            await TestPostgres.DropDatabaseAsync(postgres);
        }
    }

    [Fact]
    public async Task SetupLink_IsDeadOnceSomebodyHasAnAccount() =>
        Assert.Equal(404, (await app.Anonymous().Get("/setup/00000000000000000000000000000000")).Status);

    [Fact]
    public async Task LanguageSwitch_StaysOnTheSite()
    {
        Page page = await app.Anonymous().Get("/account/language?to=fr&back=//elsewhere.example/");
        Assert.StartsWith("/", page.Url);
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
    }
}
