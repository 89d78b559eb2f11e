using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Cadran.Web.Demonstration;
using Cadran.Web.Pages.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Jobs;

/// <summary>The page of work that runs says how it ended, in words.</summary>
public sealed class JobsShowTests(TestApp app)
{
    [Fact]
    public async Task Demonstration_OnAFilledInstallation_IsRefused()
    {
        await WaveData.AddAsync(app);
        await EndsAsync<DemonstrationJob>(new { }, "The demonstration fills only an empty installation. Start with an empty data folder.");
    }

    [Fact]
    public async Task Work_ThatFails_EndsWithAnApology() =>
        await EndsAsync<PreviewCatalogueJob>(new { Files = "not a list" }, "Something went wrong on our side. " +
            "Nothing was changed that is not shown here.");

    [Fact]
    public async Task Work_CutOffByAStop_IsSaidToBe()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Page form = await fresh.Browser().Get(await fresh.SetupPathAsync());
        Page inside = await form.Submit(new()
        {
            ["Input.OrganisationEn"] = "Government",
            ["Input.OrganisationFr"] = "Gouvernement",
            ["Input.DisplayName"] = "A. Tremblay",
            ["Input.Email"] = "first@example.org",
            ["Input.Password"] = TestApp.Password,
            ["Input.Start"] = "Empty",
        });
        using IServiceScope scope = fresh.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Organisation top = await db.Organisations.FirstAsync();
        var left = new Job
        {
            Kind = DemonstrationJob.Kind,
            OrganisationId = top.Id,
            By = "somebody",
            QueuedAtUtc = TestApp.Start.UtcDateTime,
            Input = "{}",
        };
        db.Jobs.Add(left);
        await db.SaveChangesAsync();
        // What the program does when it starts again.
        await fresh.Services.GetRequiredService<JobRunner>().EndInterruptedAsync(CancellationToken.None);
        Page page = await ImportSteps.Wait(await inside.Browser.Get($"/jobs/{left.Id}"));
        Assert.Equal("The work stopped", page.Title);
        Assert.Contains("The program stopped while this was running. Start it again.", page.Text);
    }

    [Fact]
    public void WorkThatThisProgramKnows_LeadsToAPage() =>
        Assert.Equal(app.Services.GetServices<JobKind>().Select(k => k.Kind).Order(), JobPages.Kinds.Order());

    private async Task EndsAsync<TWork>(object input, string message) where TWork : IJobWork
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Job job = await app.Services.GetRequiredService<JobRunner>()
            .StartAsync<TWork>(db, Actor.Command, app.OrganisationA, input, CancellationToken.None);
        Page page = await ImportSteps.Wait(await (await app.As(Role.Administrator)).Get($"/jobs/{job.Id}"));
        Assert.Equal("The work stopped", page.Title);
        Assert.Contains(message, page.One("[role=alert]").TextContent);
    }
}
