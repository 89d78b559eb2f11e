using Cadran.People;
using Cadran.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

public sealed class ImportPortionsTests(TestApp app)
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();

    [Fact]
    public async Task Import_IsSeenWholeOrNotAtAll_WhilePeopleAnswer()
    {
        const int rows = 30_000;
        Wave wave = await WaveData.AddAsync(app);
        Task<ImportReport> importing = Task.Run(() => ImportAsync(wave, rows));
        int answers = 0;
        var seen = new HashSet<long>();
        do
        {
            Assert.True(await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":1}"""), SubmissionKey.New()));
            answers++;
            seen.Add(Seen(wave) - answers);
        }
        while (!importing.IsCompleted);
        Assert.Equal(rows, (await importing).Added);
        Assert.Subset(new HashSet<long> { 0, rows }, seen);
        Assert.Equal((rows + answers, rows + answers), (Seen(wave), await Store.CountAsync(wave.Id, default)));
    }

    [Fact]
    public async Task RowsOfAnImportThatWasCutOff_CountNowhere_AndTheNextImportSweepsThemAway()
    {
        if (app.PostgresConnection is not null) return; // what was cut off there is not there
        Wave wave = await WaveData.AddAsync(app);
        await app.Db(async db =>
        {
            db.Responses.AddRange(Enumerable.Range(0, 7).Select(_ => new Response
            {
                WaveId = wave.Id,
                ReceivedOn = WaveData.Today,
                Channel = "online",
                ImportId = Guid.NewGuid(),
                AnswersJson = """{"overall":5}""",
            }));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, Seen(wave));
        Assert.Equal(0, await app.Db(db => db.CountOnlineAsync(wave.Id, WaveData.Today, WaveData.Today, default)));
        Assert.Equal(3, (await ImportAsync(wave, 3)).Added);
        Assert.Equal((3, 3), (Seen(wave), await app.Db(db => db.Responses.LongCountAsync(r => r.WaveId == wave.Id))));
    }

    [Fact]
    public async Task Undo_LeavesNoRowBehind()
    {
        Wave wave = await WaveData.AddAsync(app);
        await ImportAsync(wave, 25_000);
        Assert.Equal(25_000, await WithImportsAsync(async (responses, db) =>
            await responses.UndoAsync(await db.ResponseImports.SingleAsync(i => i.WaveId == wave.Id),
                "Sent twice.", Actor.System, default)));
        Assert.Equal((0, 0), (Seen(wave), await Store.CountAsync(wave.Id, default)));
        Assert.False(await app.Db(db => db.Responses.AnyAsync(r => r.WaveId == wave.Id)));
        Assert.Equal(4, (await ImportAsync(wave, 4)).Added);
    }

    private long Seen(Wave wave) => Store.Scan(wave.Id, default).Sum(block => block.Rows);

    private async Task<ImportReport> ImportAsync(Wave wave, int rows)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "id,overall\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i},{1 + i % 5}\n")));
        try
        {
            var import = new ResponseImport
            {
                WaveId = wave.Id,
                FileName = "answers.csv",
                FileHash = await ImportResponses.HashAsync(file, default),
                Bytes = 1,
                By = "test",
                UploadedAtUtc = TestApp.Start.UtcDateTime,
            };
            import.Remap(new() { Id = "id", Items = [new() { Column = "overall", Item = "overall" }] });
            return await WithImportsAsync((responses, _) =>
                responses.RunAsync(import, file, ImportMode.AllOrNone, new Progress<(long, long)>(), default));
        }
        finally { File.Delete(file); }
    }

    private async Task<T> WithImportsAsync<T>(Func<ImportResponses, Cadran.Storage.CadranDb, Task<T>> use)
    {
        using IServiceScope scope = app.Services.CreateScope();
        return await use(
            scope.ServiceProvider.GetRequiredService<ImportResponses>(),
            scope.ServiceProvider.GetRequiredService<Cadran.Storage.CadranDb>());
    }
}
