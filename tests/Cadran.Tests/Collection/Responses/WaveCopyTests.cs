using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Tests.Collection;

// An application of its own: what lists of other tests have worked out beside them reads every closed wave, and makes copies too.
public sealed class WaveCopyTests(TestApp app) : IClassFixture<TestApp>
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();

    // As another process, or this one half an hour later.
    private ResponseTables Elsewhere =>
        new(Store, app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<TimeProvider>(), log);

    private static readonly QuestionnaireContent Questions = WaveData.Content with
    {
        Sections =
        [
            .. WaveData.Content.Sections,
            new()
            {
                Code = "measured", Title = new("Days", "Jours"),
                Questions = [new() { Code = "days", Kind = QuestionKind.Number, Text = new("How many days?", "Combien de jours ?") }],
            },
        ],
    };

    private static readonly NumberSeries Days = new("", LocalText.Empty, SeriesSummary.Amount);

    private readonly RememberingLog log = new();

    [Fact]
    public async Task AClosedWave_IsReadFromItsCopy_WithAllThatTheRowsSay()
    {
        Wave wave = await ClosedAsync();
        ResponseTable rows = await Elsewhere.GetAsync(wave.Id, default);
        ResponseTable copy = await Elsewhere.GetAsync(wave.Id, default);

        Assert.Equal(WaveCopies.Least, rows.Places.Length);
        Assert.Equal(0, copy.Places.Length);
        Assert.Equal(rows.Fingerprint, copy.Fingerprint);
        Assert.Equal(Told(rows.InOrderOfContent), Told(copy.InOrderOfContent));
    }

    [Fact]
    public async Task ACopy_HoldsNoOrderOfArrivalAndNoText()
    {
        Wave wave = await ClosedAsync();
        ResponseTable rows = await Elsewhere.GetAsync(wave.Id, default);
        ResponseTable copy = await Elsewhere.GetAsync(wave.Id, default);
        // The same rows under other ids, written in another order, give the same bytes.
        Wave other = await ClosedAsync(backwards: true);
        ResponseTable again = await Elsewhere.GetAsync(other.Id, default);

        Assert.Equal(rows.Fingerprint, again.Fingerprint);
        Assert.NotEqual(Told(rows), Told(copy));
        Assert.Equal(await PartsAsync(wave), await PartsAsync(other));
    }

    [Theory]
    [InlineData("""update "Responses" set "Weight" = 7 where "WaveId" = {0} and "Stratum" = '3' """)]
    [InlineData("""delete from "Responses" where "WaveId" = {0} and "Stratum" = '3' """)]
    [InlineData("""update "Waves" set "ClosedAtUtc" = null where "Id" = {0}""")]
    public async Task AChangeInTheDatabase_LetsTheCopyFall(string sql)
    {
        Wave wave = await ClosedAsync();
        ResponseTables here = Elsewhere;
        await here.GetAsync(wave.Id, default);
        here.Forget(wave.Id);
        ResponseTable copy = await here.GetAsync(wave.Id, default);
        Assert.True(copy.Places.Length == 0, log.Told);
        Assert.Same(copy, await here.GetAsync(wave.Id, default));

        await app.Db(db => db.Database.ExecuteSqlRawAsync(sql, wave.Id));
        Assert.Empty(await PartsAsync(wave));
        ResponseTable now = await here.GetAsync(wave.Id, default);
        Assert.NotSame(copy, now);
        Assert.NotEqual(0, now.Places.Length);
        Assert.Equal(sql.Contains("Responses", StringComparison.Ordinal), now.Fingerprint != copy.Fingerprint);
    }

    [Fact]
    public async Task AnswersThatCameSince_LetTheCopyFall()
    {
        Wave wave = await ClosedAsync();
        await Elsewhere.GetAsync(wave.Id, default);
        await Store.AddRangeAsync([WaveData.Response(wave.Id, """{"overall":1}""")]);
        Assert.Empty(await PartsAsync(wave));
        Assert.Equal(WaveCopies.Least + 1, (await Elsewhere.GetAsync(wave.Id, default)).Rows);
    }

    [Fact]
    public async Task ABrokenCopy_IsNotBelieved_AndMadeAnew()
    {
        Wave wave = await ClosedAsync();
        ResponseTable rows = await Elsewhere.GetAsync(wave.Id, default);
        await app.Db(async db =>
        {
            WaveCopyPart part = await db.WaveCopies.AsNoTracking().SingleAsync(p => p.WaveId == wave.Id && p.Part == 8);
            part.Content[^1] ^= 1;
            await db.WaveCopies.Where(p => p.WaveId == wave.Id && p.Part == 8)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, part.Content));
        });
        ResponseTable read = await Elsewhere.GetAsync(wave.Id, default);
        Assert.NotEqual(0, read.Places.Length);
        Assert.Equal(rows.Fingerprint, read.Fingerprint);
        Assert.Equal(0, (await Elsewhere.GetAsync(wave.Id, default)).Places.Length);
    }

    [Fact]
    public async Task AnOpenWave_HasNoCopy()
    {
        Wave wave = await ClosedAsync(close: false);
        await Elsewhere.GetAsync(wave.Id, default);
        Assert.Empty(await PartsAsync(wave));
    }

    private sealed class RememberingLog : ILogger<ResponseTables>
    {
        public string Told { get; private set; } = "Nothing was logged.";

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Told = $"{formatter(state, exception)}: {exception}";
    }

    private async Task<Wave> ClosedAsync(bool backwards = false, bool close = true)
    {
        Wave wave = await WaveData.AddAsync(app, Questions);
        IEnumerable<int> numbers = Enumerable.Range(0, WaveCopies.Least);
        await Store.AddRangeAsync((backwards ? numbers.Reverse() : numbers).Select(i => new Response
        {
            WaveId = wave.Id,
            ReceivedOn = WaveData.Today.AddDays(-i % 4),
            Channel = i % 3 == 0 ? "" : i % 3 == 1 ? "online" : "phone",
            Language = i % 2 == 0 ? "en" : "fr",
            Weight = 1 + i % 700 / 7.0,
            Stratum = $"{i % 5}",
            Cluster = $"{i % 300}",
            Population = i % 5 == 4 ? null : 1e6 + i % 5,
            AnswersJson = $$"""
                {"overall":{{1 + i % 5}},"time":{{(i % 7 < 5 ? $"{1 + i % 7}" : "\"na\"")}},"days":{{i % 40}},"improve":"words {{i}}"}
                """,
        }));
        if (close)
            await app.Db(async db =>
            {
                (await db.Waves.FindAsync(wave.Id))!.Close(Actor.System, Moment.On(WaveData.Today));
                await db.SaveChangesAsync();
            });
        return wave;
    }

    private Task<List<string>> PartsAsync(Wave wave) => app.Db(async db =>
        (await db.WaveCopies.AsNoTracking().Where(p => p.WaveId == wave.Id && p.Part > 0).OrderBy(p => p.Part).ToListAsync())
        .ConvertAll(p => Convert.ToHexString(p.Content)));

    private static List<string> Told(ResponseTable table) => [.. Enumerable.Range(0, table.Rows).Select(row => string.Join('|',
        table.Item("overall").Span[row], table.Item("time").Span[row], table.Option("channels", "web").Span[row],
        table.Measure("days", Days).Span[row], table.Weights.Span[row], table.Population.Span[row],
        table.Day.Codes[row], table.Channel.Codes[row], table.Language.Codes[row],
        table.Stratum.Labels[table.Stratum.Codes[row]], table.Cluster.Labels[table.Cluster.Codes[row]]))];
}
