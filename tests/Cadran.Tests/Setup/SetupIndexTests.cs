using AngleSharp.Dom;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.People;

/// <summary>The first page of an installation: filled in once, by whoever has the link.</summary>
public sealed class SetupIndexTests(TestApp app)
{
    [Fact]
    public async Task SetUp_IsJudgedByTheServer_InThePagesLanguage()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Page page = await fresh.Browser("fr").Get(await fresh.SetupPathAsync());
        Assert.True(page.One("main form").HasAttribute("novalidate"));
        Page empty = await page.Submit();
        Assert.Equal(422, empty.Status);
        Assert.Equal(
            ["Entrez votre nom.", "Entrez votre adresse courriel.", "Entrez votre mot de passe."],
            empty.Document.QuerySelectorAll(".ds-error-summary li").Select(li => li.TextContent));
        Page wrong = await empty.Submit(Filled(email: "sans arobase"));
        Assert.Equal(422, wrong.Status);
        IElement error = wrong.One("#Input_Email-error");
        Assert.StartsWith("Entrez une adresse courriel", error.TextContent);
        Page weak = await wrong.Submit(new(Filled()) { ["Input.Password"] = "court" });
        Assert.Equal(422, weak.Status);
        Assert.Contains("Choisissez un mot de passe d’au moins 12 caractères.", weak.Text);
    }

    [Fact]
    public async Task WhileTheDemonstrationLoads_EmptyPagesSaySo_AndLeadToItsProgress()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        await fresh.CloseAsync();
        Page waiting = await (await fresh.Browser().Get(await fresh.SetupPathAsync())).Submit(Filled());
        Assert.StartsWith("/jobs/", waiting.Url);
        Assert.Equal("The demonstration is loading", waiting.One("h1").TextContent);
        Assert.DoesNotContain("still loading", waiting.Text);
        foreach (string path in new[] { "/catalogue", "/questionnaires", "/collection", "/insight", "/improvement", "/reporting" })
        {
            Page empty = await waiting.Browser.Get(path);
            Assert.Contains("The demonstration is still loading: what is missing here comes by itself.", empty.Text);
            Assert.Equal(waiting.Url, empty.One("p[role=status] a").GetAttribute("href"));
        }
        Page french = await waiting.Browser.Copy("fr").Get("/collection");
        Assert.Contains("La démonstration se charge encore", french.Text);

        fresh.Open();
        Page done = waiting;
        for (int tries = 0; tries < 240 && done.Url.StartsWith("/jobs/", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(250);
            done = await waiting.Browser.Get(waiting.Url);
        }
        Assert.Equal("/catalogue", done.Url);
        Assert.DoesNotContain("still loading", done.Text);
        Assert.Contains("Passport issuance", done.Text);

        // Who set it up, and in whose name it was filled.
        using IServiceScope scope = fresh.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Membership role = await db.Memberships.SingleAsync();
        await fresh.Services.TraceAsync("setup.administrator", role.UserId, Actor.System.Name, "", "first@example.org");
        await fresh.Services.TraceAsync("setup.administrator", role.Id, Actor.System.Name, "", "Administrator");
        // The demonstration is nobody's own organisation.
        await fresh.Services.TraceAsync("setup.organisation", role.OrganisationId, Actor.System.Name, null, "Démonstration");
        await fresh.Services.TraceAsync("demonstration.fill", (await db.Decisions.FirstAsync(d => d.Title.En == "Cut the wait")).Id,
            "A. Tremblay", "", "Réduire l’attente");
    }

    [Fact]
    public async Task OrganisationOfOnesOwn_WorksInTheLanguagesOfItsName()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Page form = await fresh.Browser().Get(await fresh.SetupPathAsync());
        Dictionary<string, string> filled = new(Filled())
        {
            ["Input.OrganisationEn"] = "",
            ["Input.OrganisationFr"] = "",
            ["Input.Start"] = "Empty",
        };
        await form.RefusesAsync(422, filled, ["Enter the name of the organisation in at least one language."]);
        Page done = await form.Submit(new(filled) { ["Input.OrganisationNl"] = "Mijn stad" });
        Assert.Equal("/catalogue", done.Url);
        using IServiceScope scope = fresh.Services.CreateScope();
        Organisation made = await scope.ServiceProvider.GetRequiredService<CadranDb>().Organisations.SingleAsync();
        Assert.Equal(new LocalText("", "", "Mijn stad"), made.Name);
        Assert.Equal(["nl"], made.Languages);
    }

    [Fact]
    public async Task DemonstrationOfTheCommandLine_NeverBecomesPartOfOnesOwnOrganisation()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        await fresh.Services.DbAsync(async db =>
        {
            Organisation top = Organisation.Top(new("Demonstration", "Démonstration"));
            db.AddRange(top, Cadran.Catalogue.Service.Create(top.Id, "DEMO-1", new("Passports", "Passeports")));
            await db.SaveChangesAsync();
        });
        Page form = await fresh.Browser().Get(await fresh.SetupPathAsync());
        Assert.Empty(form.Document.QuerySelectorAll("[name^='Input.Organisation']"));
        Assert.Contains("It never becomes part of yours", form.Text);
        Page done = await form.Submit(new(Filled()) { ["Input.Start"] = "Empty" });
        Assert.Equal("/catalogue", done.Url);
        await fresh.Services.DbAsync(async db => Assert.Equal("Demonstration", (await db.Organisations.SingleAsync()).Name.En));
    }

    [Fact]
    public async Task Link_IsDeadOnceSomebodyHasAnAccount() =>
        Assert.Equal(404, (await app.Anonymous().Get("/setup/00000000000000000000000000000000")).Status);

    [Fact]
    public async Task Link_FollowedTwiceAtOnce_MakesOneAdministrator()
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
            ["Input.OrganisationEn"] = "Government",
            ["Input.OrganisationFr"] = "Gouvernement",
            ["Input.DisplayName"] = "F. Irst",
            ["Input.Email"] = email,
            ["Input.Password"] = TestApp.Password,
            ["Input.Start"] = "Empty",
        };
    }

    private static Dictionary<string, string> Filled(string email = "first@example.org") => new()
    {
        ["Input.OrganisationEn"] = "Government",
        ["Input.OrganisationFr"] = "Gouvernement",
        ["Input.DisplayName"] = "A. Tremblay",
        ["Input.Email"] = email,
        ["Input.Password"] = TestApp.Password,
        ["Input.Start"] = "Demonstration",
    };
}
