using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>What is empty can be deleted; what is not says what holds it.</summary>
public sealed class WaveDeletionTests(TestApp app)
{
    private const string Delete = "?handler=Delete";

    [Fact]
    public async Task WaveThatNothingCameOf_IsDeleted()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        Page page = await Get($"/collection/waves/{wave.Id}");
        Page list = await page.Submit(form: "form[action*=Delete]");
        Assert.Contains("The wave 2026-1 was deleted.", list.Text);
        Assert.False(await app.Db(db => db.Waves.AnyAsync(w => w.Id == wave.Id)));
    }

    [Fact]
    public async Task WaveThatSomethingHolds_SaysWhat()
    {
        Wave open = await WaveData.AddAsync(app), closed = await WaveData.AddClosedAsync(app), filed = await WaveData.AddClosedAsync(app);
        await RefusedAsync(open, "People can answer this wave now: close it before you delete it.");
        Page columns = await ImportSteps.Upload(await app.As(Role.Analyst), filed, "overall,time\n5,4\n");
        await RefusedAsync(filed, "This wave cannot be deleted: 1 files were sent for it. Remove those that were not imported.");
        Page imports = await Get($"/collection/waves/{filed.Id}/import");
        Assert.Contains("The file answers.csv was removed.", (await imports.Submit(form: "form[action*=Remove]")).Text);
        Assert.Equal(404, (await columns.Browser.Get(columns.Url)).Status);
        var decision = Recorded.Decision(closed, WaveData.Today.AddDays(-5));
        await app.Db(async db =>
        {
            db.Add(decision);
            await db.SaveChangesAsync();
        });
        await RefusedAsync(closed, "This wave cannot be deleted: 1 decisions, targets or verdicts rest on it.");
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync([WaveData.Response(closed.Id, """{"overall":4}""")]);
        await RefusedAsync(closed, "This wave cannot be deleted: it has 1 answers.");
    }

    private async Task RefusedAsync(Wave wave, string said)
    {
        Page page = await Get($"/collection/waves/{wave.Id}");
        Page form = await Get($"/collection/waves/{wave.Id}/edit");
        Page refused = await page.Browser.Post($"/collection/waves/{wave.Id}{Delete}", [ImportSteps.Token(form)]);
        Assert.Equal(409, refused.Status);
        Assert.Contains(said, refused.Text);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
