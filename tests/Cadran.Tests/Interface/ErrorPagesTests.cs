using Cadran.Catalogue;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Cadran.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Interface;

/// <summary>What people read when a page cannot be shown or work does not end well.</summary>
public sealed class ErrorPagesTests(TestApp app)
{
    [Fact]
    public async Task Form_WithoutItsToken()
    {
        Page refused = await (await app.As(Role.Analyst)).Post("/catalogue/services/new", [new("Input.NameEn", "Forged")]);
        Says(refused, 400, "This form could not be read", "It may have been open too long. Go back, reload the page and send it again.");
    }

    [Fact]
    public async Task Form_WithSomebodyElsesToken()
    {
        Page theirs = await (await app.AsForeigner()).Get("/account");
        string token = theirs.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Page refused = await (await app.As(Role.Analyst))
            .Post("/catalogue/services/new", [new("__RequestVerificationToken", token), new("Input.NameEn", "Forged")]);
        Says(refused, 400, "This form could not be read", "It may have been open too long. Go back, reload the page and send it again.");
    }

    [Fact]
    public async Task Page_WithoutTheRight() =>
        Says(await (await app.As(Role.Executive)).Get("/people"), 403, "You may not do this", "Your role does not include this. " +
            "Ask the administrator of your organisation.");

    [Fact]
    public async Task Page_OfAnotherOrganisationOrOfNobody() =>
        Says(await (await app.As(Role.Executive)).Get($"/catalogue/services/{Guid.NewGuid()}"), 404, "This page does not exist",
            "The address may be mistyped, or what it showed belongs to an organisation you cannot see.");

    [Theory]
    [InlineData(413, "This file is too large", "Send a smaller file, or import it with the command line.")]
    [InlineData(500, "Something went wrong on our side",
        "Nothing you sent was half saved. Try again; if it goes on, tell the administrator the time it happened.")]
    public async Task OtherStatus_HasItsPage(int status, string heading, string advice) =>
        Says(await app.Anonymous().Get($"/error/{status}"), status, heading, advice);

    [Fact]
    public async Task Demonstration_OnAFilledInstallation_IsRefused()
    {
        await Collection.WaveData.AddAsync(app);
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
        Page page = await Collection.ImportPagesTests.Wait(await inside.Browser.Get($"/jobs/{left.Id}"));
        Assert.Equal("The work stopped", page.Title);
        Assert.Contains("The program stopped while this was running. Start it again.", page.Text);
    }

    private static void Says(Page page, int status, string heading, string advice)
    {
        Assert.Equal((status, heading), (page.Status, page.Title));
        Assert.Contains(advice, page.Text);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/']"));
    }

    private async Task EndsAsync<TWork>(object input, string message) where TWork : IJobWork
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Job job = await app.Services.GetRequiredService<JobRunner>()
            .StartAsync<TWork>(db, Actor.Command, app.OrganisationA, input, CancellationToken.None);
        Page page = await Collection.ImportPagesTests.Wait(await (await app.As(Role.Administrator)).Get($"/jobs/{job.Id}"));
        Assert.Equal("The work stopped", page.Title);
        Assert.Contains(message, page.One("[role=alert]").TextContent);
    }
}
