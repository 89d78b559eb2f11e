using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cadran.Tests.Collection;

/// <summary>Two people at one wave, and an import that is there whole or not at all.</summary>
public sealed class WaveRaceTests(TestApp app)
{
    private const string Changed = "Somebody has changed this in the meantime. What is written stays: look at it again.";

    [Fact]
    public async Task FormMadeBeforeSomebodyElseChangedTheWave_IsRefused_AndShowsWhatItIsNow()
    {
        Wave wave = await WaveData.AddAsync(app);
        string address = $"/collection/waves/{wave.Id}/edit";
        Page mine = await Get(address), theirs = await Get(address);
        await theirs.Submit(new() { ["Input.Name"] = "Theirs", ["Input.ClosesOn"] = "2026-05-31" });
        Page refused = await mine.RefusesAsync(409, new() { ["Input.Name"] = "Mine" }, [Changed]);
        Assert.Equal(("Theirs", "2026-05-31"), (Value(refused, "Input.Name"), Value(refused, "Input.ClosesOn")));
        // From there it can be sent.
        Assert.Equal("Wave Mine", (await refused.Submit(new() { ["Input.Name"] = "Mine" })).Title);
        Wave kept = await app.Db(db => db.Waves.AsNoTracking().FirstAsync(w => w.Id == wave.Id));
        Assert.Equal(("Mine", new DateOnly(2026, 5, 31)), (kept.Name, kept.ClosesOn));
    }

    [Fact]
    public async Task ClosedTwiceAtOnce_IsClosedOnce()
    {
        for (int round = 0; round < 4; round++)
        {
            Wave wave = await WaveData.AddAsync(app);
            Page one = await Get($"/collection/waves/{wave.Id}"), other = await Get($"/collection/waves/{wave.Id}");
            Page[] sent = await Race.SendAsync(() => one.Submit(form: "details form"), () => other.Submit(form: "details form"));
            Assert.Equal([200, 409], sent.Select(p => p.Status).Order());
            Assert.Single((await app.Db(db => db.Waves.AsNoTracking().FirstAsync(w => w.Id == wave.Id))).Closings);
        }
    }

    [Fact]
    public async Task ImportWhoseRowCannotBeSaved_AddsNoResponse()
    {
        Wave wave = await WaveData.AddAsync(app);
        (ResponseImport import, string file) = await UploadAsync(wave, "overall\n5\n4\n3\n");
        await app.Db(async late =>
        {
            ResponseImport read = await late.ResponseImports.FirstAsync(i => i.Id == import.Id);
            await app.Db(async other =>
            {
                (await other.ResponseImports.FirstAsync(i => i.Id == import.Id)).Remap(Map with { Missing = ["99"] });
                await other.SaveChangesAsync();
            });
            var refused = await Assert.ThrowsAsync<RuleViolationException>(() => RunAsync(late, read, file));
            Assert.Equal(Refusals.Changed, refused.Code);
        });
        Assert.Equal(0, await app.Db(db => db.Responses.CountAsync(r => r.WaveId == wave.Id)));
        Assert.Equal(0, await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, default));
        ResponseImport kept = await app.Db(db => db.ResponseImports.AsNoTracking().FirstAsync(i => i.Id == import.Id));
        Assert.Equal((0, null), (kept.Added, kept.CommittedAtUtc));
    }

    [Fact]
    public async Task OneImportRunTwiceAtOnce_AddsItsRowsOnce()
    {
        for (int round = 0; round < 3; round++)
        {
            Wave wave = await WaveData.AddAsync(app);
            string ratings = string.Concat(Enumerable.Range(0, 400).Select(i => $"{1 + i % 5}\n"));
            (ResponseImport import, string file) = await UploadAsync(wave, "overall\n" + ratings);
            Func<Task> run = () => app.Db(async db =>
                await RunAsync(db, await db.ResponseImports.FirstAsync(i => i.Id == import.Id), file));
            Assert.Single(await Race.OfAsync(run, run), refused => refused is null);
            Assert.Equal(400, await app.Db(db => db.Responses.CountAsync(r => r.WaveId == wave.Id)));
            Assert.Equal(400, await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, default));
        }
    }

    [Fact]
    public async Task RowsWithoutADay_BearTheDayWhereTheInstallationIs()
    {
        Wave wave = await WaveData.AddAsync(app);
        (ResponseImport import, string file) = await UploadAsync(wave, "overall\n5\n");
        var evening = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 2, 0, 0, TimeSpan.Zero));
        evening.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-5), "west", "west"));
        await app.Db(async db => await RunAsync(db, await db.ResponseImports.FirstAsync(i => i.Id == import.Id), file, evening));
        DateOnly received = await app.Db(db => db.Responses.Where(r => r.WaveId == wave.Id).Select(r => r.ReceivedOn).SingleAsync());
        Assert.Equal(new DateOnly(2026, 3, 2), received);
    }

    private static ImportMap Map => new() { Items = [new() { Column = "overall", Item = "overall" }] };

    private async Task<(ResponseImport Import, string File)> UploadAsync(Wave wave, string csv)
    {
        string file = Path.Combine(app.DataFolder, $"raced-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, csv);
        var import = new ResponseImport
        {
            WaveId = wave.Id,
            FileName = "raced.csv",
            FileHash = await ImportResponses.HashAsync(file, default),
            Bytes = csv.Length,
            By = "somebody",
            UploadedAtUtc = TestApp.Now.AtUtc,
        };
        import.Remap(Map);
        await app.Db(async db =>
        {
            db.Add(import);
            await db.SaveChangesAsync();
        });
        return (import, file);
    }

    private Task<ImportReport> RunAsync(CadranDb db, ResponseImport import, string file, TimeProvider? time = null) =>
        new ImportResponses(
                db, app.Services.GetRequiredService<ResponseStore>(), app.Services.GetRequiredService<ResponseTables>(),
                app.Services.GetRequiredService<UploadFolder>(), time ?? app.Time)
            .RunAsync(import, file, ImportMode.AllOrNone, new Progress<(long, long)>(), CancellationToken.None);

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);

    private static string Value(Page page, string name) => page.One($"[name='{name}']").GetAttribute("value")!;
}
