using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Statistics.Drivers;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Catalogue;

/// <summary>The page of a service: the chain from the evidence to what was done, and what to do first.</summary>
public sealed class ServicesShowTests(TestApp app)
{
    [Fact]
    public async Task Page_TellsTheChainFromTheEvidence()
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Page page = await (await app.As(Role.Executive)).Get($"/catalogue/services/{service.Id}");
        Assert.Equal("Measured <b>service</b>", page.Title);
        Assert.Equal(7, page.Document.QuerySelectorAll("ol.chain > li").Length);
        Assert.Contains("1,200 responses", page.Text);
        Assert.Contains($"Wave {service.Waves[^1].Name}", page.Text);
        Assert.Equal(service.Waves.Count, page.Document.QuerySelectorAll("table[data-chart=trend] td[data-as=score][data-value]").Length);
        Assert.Contains("the one planned comparison, not adjusted", page.Text);
        Assert.Contains("Importance and priority: the ", page.Text);
        // A place is called firm, or not, by the rule of the matrix, in the list as in the table.
        using IServiceScope scope = app.Services.CreateScope();
        EvidenceReader evidence = scope.ServiceProvider.GetRequiredService<EvidenceReader>();
        IReadOnlyList<DecisionEvidence> drivers = await evidence.OfAsync(service.Waves[^1], CancellationToken.None);
        Assert.Contains(drivers, d => !d.Firm);
        string listed = page.One(".four").TextContent;
        foreach (DecisionEvidence driver in drivers.Where(d => d.Quadrant is Quadrant.ImproveFirst or Quadrant.Maintain))
        {
            bool notFirm = listed.Contains(driver.Label.En + " (not firm)", StringComparison.Ordinal);
            Assert.Equal((driver.Driver, !driver.Firm), (driver.Driver, notFirm));
        }
    }

    [Fact]
    public async Task WithoutWaves_SaysWhatToDoFirst()
    {
        Guid id = await app.Db(async db =>
        {
            var service = Service.Create(app.OrganisationA, "UNMEASURED", new("Never measured", ""));
            db.Services.Add(service);
            await db.SaveChangesAsync();
            return service.Id;
        });
        Page page = await (await app.As(Role.Manager, "fr")).Get($"/catalogue/services/{id}");
        Assert.Contains("Pas encore de vague", page.Text);
        Assert.Equal("en", page.One("h1 [lang]").GetAttribute("lang")); // no French name: the English one says so
        Assert.Contains("étape 1 sur 9", page.Text.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task WithAnOpenWave_SaysSoAndLeadsToIt()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page page = await (await app.As(Role.Manager)).Get($"/catalogue/services/{wave.ServiceId}");
        Assert.Contains("wave open", page.One("ol.chain > li:first-child").TextContent, StringComparison.Ordinal);
        Assert.Contains($"Wave {wave.Name}", page.One(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/collection/waves/{wave.Id}", page.One(".empty a").GetAttribute("href"));
        Assert.DoesNotContain("No wave yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliveredAction_IsCountedAsToVerify()
    {
        ActedOnService service = await ActedOnService.MakeAsync(app, [1, 2, 3, 2, 1, 2], [4, 5, 4, 5, 4, 5]);
        Page page = await (await app.As(Role.Manager)).Get($"/catalogue/services/{service.Before.ServiceId}");
        // A count of nothing is left out.
        Assert.Equal("1 to verify", page.Document.QuerySelectorAll("ol.chain > li")[^1].QuerySelector("b")!.TextContent);
    }
}
