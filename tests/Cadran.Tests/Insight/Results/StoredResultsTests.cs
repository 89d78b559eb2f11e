using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Results;

/// <summary>Results of a closed wave are worked out once, and fall when an answer comes, goes or changes.</summary>
// In an installation of its own: beside the overview of others the results of every wave are worked out.
public sealed class StoredResultsTests(TestApp app) : IClassFixture<TestApp>
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();
    private WaveAnalyses Here => app.Services.GetRequiredService<WaveAnalyses>();

    [Fact]
    public async Task AnotherProcess_ReadsWhatIsStored_ToTheLastDigit()
    {
        Wave wave = await WaveAsync(40);
        WaveAnalysis made = await Here.ForAsync(wave.Id, "channel", default);
        Assert.Equal(["drivers", "groups:channel", "scores"], (await StoredAsync(wave)).Select(r => r.Key));
        await using ServiceProvider other = OtherProcess();
        Assert.Equal(ResultText(made), ResultText(await other.GetRequiredService<WaveAnalyses>().ForAsync(wave.Id, "channel", default)));
    }

    [Fact]
    public async Task AnotherProcess_DoesNotWorkThemOutAgain()
    {
        Wave wave = await WaveAsync(40);
        await Here.ScoresAsync(wave.Id, default);
        StoredResult stored = Assert.Single(await StoredAsync(wave));
        await app.Db(db => db.StoredResults.Where(r => r.WaveId == wave.Id).ExecuteUpdateAsync(set =>
            set.SetProperty(r => r.Payload, stored.Payload.Replace("\"responses\":40", "\"responses\":4040", StringComparison.Ordinal))));
        await using ServiceProvider other = OtherProcess();
        Assert.Equal(4040, (await other.GetRequiredService<WaveAnalyses>().ScoresAsync(wave.Id, default)).Responses);
    }

    [Fact]
    public async Task AScore_NeedsNoDrivers()
    {
        Wave wave = await WaveAsync(40);
        Assert.True((await Here.ScoresAsync(wave.Id, default)).Overall!.Score.IsShown);
        Assert.Equal(["scores"], (await StoredAsync(wave)).Select(r => r.Key));
    }

    [Fact]
    public async Task AnImport_MakesThemFall()
    {
        Wave wave = await WaveAsync(40);
        Assert.Equal(40, (await Here.ScoresAsync(wave.Id, default)).Overall!.N);
        await ImportAsync(wave, people: 6, rating: 5);
        Assert.Equal(46, (await Here.ScoresAsync(wave.Id, default)).Overall!.N);
    }

    [Fact]
    public async Task TakingAnImportBack_MakesThemFall()
    {
        Wave wave = await WaveAsync(40);
        double before = (await Here.ScoresAsync(wave.Id, default)).Overall!.Score.Estimate;
        ResponseImport import = await ImportAsync(wave, people: 6, rating: 5);
        Assert.NotEqual(before, (await Here.ScoresAsync(wave.Id, default)).Overall!.Score.Estimate);
        Assert.Equal(6, await WithImportsAsync((responses, _) => responses.UndoAsync(import, "Wrong file.", Recorded.Somebody, default)));
        WaveScores after = await Here.ScoresAsync(wave.Id, default);
        Assert.Equal((40, before), (after.Overall!.N, after.Overall.Score.Estimate));
    }

    [Fact]
    public async Task AFewWhoComeOrGo_ChangeNothing_UntilTheyAreEnough()
    {
        Wave wave = await WaveAsync(40);
        WaveScores before = await Here.ScoresAsync(wave.Id, default);
        ResponseImport one = await ImportAsync(wave, people: 1, rating: 5), three = await ImportAsync(wave, people: 3, rating: 5);
        await SameAsync(44);
        await UndoAsync(three);
        await SameAsync(41);
        ResponseImport five = await ImportAsync(wave, people: 5, rating: 5);
        WaveScores after = await Here.ScoresAsync(wave.Id, default);
        Assert.Equal(46, after.Overall!.N);
        // One who was shown is taken back: his answer is the difference, so that it waits for others who go.
        await UndoAsync(one);
        Assert.Equal((46, 45L, after.Overall.Score.Estimate), Of(await Here.ScoresAsync(wave.Id, default)));
        Assert.Contains("1 was taken out after these figures were shown",
            (await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}")).Text);
        await UndoAsync(five);
        Assert.Equal((40, 40L, before.Overall!.Score.Estimate), Of(await Here.ScoresAsync(wave.Id, default)));

        async Task SameAsync(long received) =>
            Assert.Equal((40, received, before.Overall!.Score.Estimate), Of(await Here.ScoresAsync(wave.Id, default)));
        Task UndoAsync(ResponseImport import) => WithImportsAsync(
            (responses, _) => responses.UndoAsync(import, "Wrong file.", Recorded.Somebody, default));
        static (int?, long, double) Of(WaveScores scores) => (scores.Overall!.N, scores.Received, scores.Overall.Score.Estimate);
    }

    [Fact]
    public async Task Reopening_AndNewAnswers_MakeThemFall_WhenItClosesAgain()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-3));
        await AddAsync(wave, 40);
        Browser manager = await app.As(Role.Manager);
        await CloseAsync(manager, wave);
        Assert.Equal((40, false), await ShownAsync(wave));
        await ReopenAsync(manager, wave);
        await AddAsync(wave, 3);
        // What was shown stands while the wave is open again and few have come.
        Assert.Equal((40, true), await ShownAsync(wave));
        await AddAsync(wave, 4);
        await CloseAsync(manager, wave);
        Assert.Equal((47, false), await ShownAsync(wave));
    }

    [Fact]
    public async Task ACorrectionPastTheProgram_MakesThemFall_WhenTheAnswersAreReadAgain()
    {
        Wave wave = await WaveAsync(40);
        double before = (await Here.ScoresAsync(wave.Id, default)).Overall!.Score.Estimate;
        await app.Db(db =>
            db.Responses.Where(r => r.WaveId == wave.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AnswersJson, """{"overall":1,"time":2}""")));
        app.Services.GetRequiredService<ResponseTables>().Forget(wave.Id);
        await Here.ForAsync(wave.Id, "region", default);
        Assert.NotEqual(before, (await Here.ScoresAsync(wave.Id, default)).Overall!.Score.Estimate);
    }

    [Fact]
    public async Task OtherWeights_MakeThemFall_WhenTheAnswersAreReadAgain()
    {
        Wave wave = await WaveAsync(42);
        double before = (await Here.ScoresAsync(wave.Id, default)).Overall!.Score.Estimate;
        await app.Db(db => db.Responses.Where(r => r.WaveId == wave.Id && r.Channel == "phone")
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Weight, 3.5)));
        app.Services.GetRequiredService<ResponseTables>().Forget(wave.Id);
        await Here.ForAsync(wave.Id, "region", default);
        Assert.NotEqual(before, (await Here.ScoresAsync(wave.Id, default)).Overall!.Score.Estimate);
    }

    [Fact]
    public async Task AnotherMethod_MakesThemFall()
    {
        Wave wave = await WaveAsync(40);
        await Here.ScoresAsync(wave.Id, default);
        await app.Db(db => db.StoredResults.Where(r => r.WaveId == wave.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Method, Analysis.Method - 1).SetProperty(r => r.Payload, "{}")));
        await using ServiceProvider other = OtherProcess();
        Assert.Equal(40, (await other.GetRequiredService<WaveAnalyses>().ScoresAsync(wave.Id, default)).Overall!.N);
        Assert.Equal([Analysis.Method], (await StoredAsync(wave)).Select(r => r.Method));
    }

    [Fact]
    public async Task AChange_FallsWithEitherWave()
    {
        Wave first = await WaveAsync(40);
        Wave second = await app.Db(async db =>
        {
            Wave wave = Wave.Plan(first.ServiceId, first.VersionId, "2026-0", WaveData.Today.AddDays(-29), WaveData.Today.AddDays(-9),
                Actor.System, TestApp.Now);
            db.Add(wave);
            await db.SaveChangesAsync();
            return wave;
        });
        await AddAsync(second, 30);
        double before = (await Here.ChangeAsync(first.Id, second.Id, default))!.Overall!.Change.Difference.Estimate;
        await ImportAsync(first, people: 8, rating: 1);
        double after = (await Here.ChangeAsync(first.Id, second.Id, default))!.Overall!.Change.Difference.Estimate;
        Assert.True(after > before);
        await ImportAsync(second, people: 8, rating: 1);
        Assert.True((await Here.ChangeAsync(first.Id, second.Id, default))!.Overall!.Change.Difference.Estimate < after);
    }

    private async Task<Wave> WaveAsync(int people)
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await AddAsync(wave, people);
        return wave;
    }

    private Task<long> AddAsync(Wave wave, int people) => Store.AddRangeAsync(Enumerable.Range(0, people).Select(i => WaveData.Response(
        wave.Id,
        $$"""{"overall":{{1 + i % 5}},"time":{{1 + i * 3 % 5}},"region":"{{(i % 2 == 0 ? "north" : "south")}}"}""",
        i % 3 == 0 ? "phone" : "online")));

    private async Task<(int, bool)> ShownAsync(Wave wave)
    {
        WaveScores scores = await Here.ScoresAsync(wave.Id, default);
        return (scores.Overall!.N ?? 0, scores.IsOpen);
    }

    private static async Task CloseAsync(Browser manager, Wave wave) =>
        Assert.Contains("The wave is closed.",
            (await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form")).Text);

    private static async Task ReopenAsync(Browser manager, Wave wave) =>
        Assert.Contains("The wave is open again.",
            (await (await manager.Get($"/collection/waves/{wave.Id}")).Submit(form: "details form")).Text);

    private async Task<ResponseImport> ImportAsync(Wave wave, int people, int rating)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "id,overall,time\n"
            + string.Concat(Enumerable.Range(0, people).Select(i => $"{Guid.NewGuid():N},{rating},{1 + i % 5}\n")));
        try
        {
            return await WithImportsAsync(async (responses, _) =>
            {
                var import = new ResponseImport
                {
                    WaveId = wave.Id,
                    FileName = "more.csv",
                    FileHash = await ImportResponses.HashAsync(file, default),
                    Bytes = 1,
                    By = "test",
                    UploadedAtUtc = TestApp.Start.UtcDateTime,
                };
                import.Remap(new()
                {
                    Id = "id",
                    Items = [new() { Column = "overall", Item = "overall" }, new() { Column = "time", Item = "time" }],
                });
                ImportReport report = await responses.RunAsync(import, file, ImportMode.AllOrNone, new Progress<(long, long)>(), default);
                Assert.Equal(people, report.Added);
                return import;
            });
        }
        finally { File.Delete(file); }
    }

    private async Task<T> WithImportsAsync<T>(Func<ImportResponses, CadranDb, Task<T>> use)
    {
        using IServiceScope scope = app.Services.CreateScope();
        return await use(scope.ServiceProvider.GetRequiredService<ImportResponses>(), scope.ServiceProvider.GetRequiredService<CadranDb>());
    }

    private ServiceProvider OtherProcess() => new ServiceCollection().AddSingleton<TimeProvider>(app.Time)
        .AddStorage(new StorageOptions(app.PostgresConnection, Path.Combine(app.DataFolder, "cadran.db"), app.DataFolder))
        .AddCollection().AddInsight().BuildServiceProvider();

    private Task<List<StoredResult>> StoredAsync(Wave wave) =>
        app.Db(db => db.StoredResults.AsNoTracking().Where(r => r.WaveId == wave.Id).OrderBy(r => r.Key).ToListAsync());

    private static string ResultText(WaveAnalysis wave) => System.Text.Json.JsonSerializer.Serialize(
        new { wave.Scores, wave.Result }, NotANumber);

    private static readonly System.Text.Json.JsonSerializerOptions NotANumber = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
