using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>The page of a wave: closed and reopened there, its fieldwork without small cells.</summary>
public sealed class WavesShowTests(TestApp app)
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();

    [Fact]
    public async Task Closed_RespondentsSeeItAtOnce_AndNotTwice()
    {
        Wave wave = await WaveData.AddAsync(app);
        Assert.Equal("Time and staff", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
        Page page = await Get($"/collection/waves/{wave.Id}");
        Assert.Contains("The wave is closed.", (await page.Submit(form: "details form")).Text);
        Assert.NotNull((await Reload(wave)).ClosedAtUtc);
        Assert.Equal(1, await Events("wave.close", wave.Id));
        Assert.Equal("This survey is closed", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
        await page.RefusesAsync(409, [], ["This wave is already closed."], "details form");
    }

    [Fact]
    public async Task Reopened_RespondentsSeeItAtOnce_AndNotTwice()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page closed = await (await Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");
        Assert.Contains("The wave is open again.", (await closed.Submit(form: "details form")).Text);
        Assert.Null((await Reload(wave)).ClosedAtUtc);
        Assert.Equal(1, await Events("wave.reopen", wave.Id));
        Assert.Equal("Time and staff", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
        await closed.RefusesAsync(409, [], ["This wave is not closed."], "details form");
    }

    [Fact]
    public async Task WhoMayOnlyRead_IsNotOfferedToClose()
    {
        Wave wave = await WaveData.AddAsync(app);
        Assert.Null((await (await app.As(Role.Executive)).Get($"/collection/waves/{wave.Id}")).Document.QuerySelector("details form"));
    }

    [Fact]
    public async Task Fieldwork_IsShownWithoutSmallCells()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 16).Select(i => new Response
        {
            WaveId = wave.Id,
            ReceivedOn = WaveData.Today.AddDays(i < 8 ? 0 : i < 11 ? 1 : i < 15 ? 2 : 3),
            Language = i == 0 ? "fr" : "en",
            AnswersJson = "{}",
        }));
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}");
        string[][] rows = [.. page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
            .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())];
        Assert.Equal(["8", "8"], rows.Select(r => r[1]));
        Assert.Equal(["withheld", "withheld"], page.Document.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td")
            .Select(c => c.TextContent.Trim()));
        Assert.Contains("A language of fewer than 5 people is withheld", page.Text);
        Assert.Contains($"/answer/{wave.Slug}", page.Text);
    }

    private Task<int> Events(string action, Guid id) =>
        app.Db(db => db.AuditEvents.CountAsync(e => e.Action == action && e.SubjectId == id.ToString()));

    private Task<Wave> Reload(Wave wave) => app.Db(db => db.Waves.AsNoTracking().SingleAsync(w => w.Id == wave.Id));

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
