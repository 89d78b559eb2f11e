using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>The audit trail is unbroken, and says where it was tampered with.</summary>
public sealed class PeopleAuditTests(TestApp app)
{
    // A code of the program (wave.close) or the number of an object.
    private const string Raw = @"\b[a-z]+\.[a-z]+(-[a-z]+)*\b|[0-9a-f]{8}-[0-9a-f]{4}-|\bsystem\b|command line";

    [Theory]
    [InlineData("en", "closed the wave", "began a session")]
    [InlineData("fr", "a fermé la vague", "a ouvert une session")]
    public async Task Trail_IsInWords_WithNamesAndLinks(string language, string closed, string signedIn)
    {
        Cadran.Collection.Wave wave = await WaveData.AddAsync(app);
        Person auditor = await app.PersonAsync(Role.Auditor, app.Government);
        Browser browser = await app.As(auditor.Email, language);
        await (await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}")).Submit(form: "form[action*=Close]");
        Page page = await browser.Get("/people/audit");
        // The newest of what was done to it.
        var row = page.Document.QuerySelector($"tbody tr:has(a[href='/collection/waves/{wave.Id}'])")!;
        Assert.Contains(closed, row.TextContent);
        Assert.Contains("Analyst tester", row.TextContent);
        Assert.Contains("2026-1", row.QuerySelector("td a")!.TextContent);
        Assert.Contains(signedIn, page.Text);
        Assert.Equal(200, (await browser.Get(row.QuerySelector("td a")!.GetAttribute("href")!)).Status);
        // What is sealed stays, folded, in the words of the program; outside it there is no code and no number of an object.
        foreach (var folded in page.Document.QuerySelectorAll("tbody details")) folded.Remove();
        foreach (var cell in page.Document.QuerySelectorAll("tbody td:nth-child(4)")) Assert.DoesNotMatch(Raw, cell.TextContent);
        foreach (var cell in page.Document.QuerySelectorAll("tbody td:nth-child(3)")) Assert.NotEqual("system", cell.TextContent.Trim());
    }

    [Fact]
    public async Task Auditor_ComesToTheTrailByTheMenu_AndNobodyElseIsOfferedIt()
    {
        Person auditor = await app.PersonAsync(Role.Auditor, app.Government);
        Page home = await (await app.As(auditor.Email)).Get("/catalogue");
        Assert.Equal("Audit trail", (await home.Follow("Audit trail")).Title);
        foreach (Role role in Enum.GetValues<Role>().Where(r => r.HasPages()))
            Assert.Empty((await (await app.As(role)).Get("/catalogue")).Document.QuerySelectorAll(".bar a[href='/people/audit']"));
    }

    [Fact]
    public async Task EveryLinkOfTheTrail_OpensForWhoReadsIt()
    {
        Person auditor = await app.PersonAsync(Role.Auditor, app.Government);
        Page page = await (await app.As(auditor.Email)).Get("/people/audit");
        string[] links = [.. page.Document.QuerySelectorAll("tbody td > a").Select(a => a.GetAttribute("href")!).Distinct().Take(40)];
        foreach (string link in links) Assert.Equal((200, link), ((await page.Browser.Get(link)).Status, link));
    }

    [Fact]
    public async Task KindPersonAndObject_NarrowTheTrail()
    {
        Browser top = await app.AsTop();
        Guid made = await app.OrganisationAsync();
        Page edited = await (await top.Get($"/people/organisations/{made}/edit")).Submit(new() { ["Input.NameEn"] = "Renamed" });
        Assert.Equal(200, edited.Status);
        Page kind = await (await top.Get("/people/audit"))
            .Submit(new() { ["Kind"] = "Organisation", ["By"] = "administrator" }, "form.filters");
        Assert.NotEmpty(kind.Document.QuerySelectorAll("tbody tr"));
        Assert.All(kind.Document.QuerySelectorAll("tbody td > small"), s => Assert.Equal("Organisation", s.TextContent));
        Page one = await top.Get($"/people/audit?subject={made}");
        Assert.Equal(["added something", "changed the organisation"],
            one.Document.QuerySelectorAll("tbody tr td:nth-child(4)").Select(c => c.TextContent).Reverse());
    }

    [Fact]
    public void EveryNameOfAnEvent_HasItsWords()
    {
        string[] named = [.. Architecture.EventsTests.Names];
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => Cadran.Web.Words.TrailWords.Done(name) is "changed something" or "added something");
    }

    [Fact]
    public Task EveryKindOfObjectInTheTrail_HasItsWord() => app.Db(db =>
    {
        Assert.Empty(db.Model.GetEntityTypes()
            .Where(type => Mapping.IsAudited(type) && type.FindPrimaryKey() is not null && !type.IsOwned())
            .Select(type => type.ClrType.Name)
            .Except([nameof(AuditEvent), "IdentityUserToken`1", "IdentityUserLogin`1", "IdentityUserClaim`1"])
            .Except(Cadran.Web.Words.TrailWords.Subjects.Keys));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Trail_IsUnbroken()
    {
        (long events, long? brokenAt) = await app.Db(db => AuditChain.VerifyAsync(db, CancellationToken.None));
        Assert.True(events > 0);
        Assert.Null(brokenAt);
    }

    [Fact]
    public async Task Trail_SaysWhereItWasTamperedWith()
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
}
