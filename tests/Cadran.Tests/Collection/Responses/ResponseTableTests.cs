using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

public sealed class ResponseTableTests(TestApp app)
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();
    private ResponseTables Tables => app.Services.GetRequiredService<ResponseTables>();

    [Theory]
    [InlineData("""{"overall":4}""", "overall", 4)]
    [InlineData("""{"overall":"dk"}""", "overall", (int)NoValue.DontKnow)]
    [InlineData("""{"time":"na"}""", "time", (int)NoValue.NotApplicable)]
    [InlineData("""{"time":"refused"}""", "time", (int)NoValue.Refused)]
    [InlineData("""{"time":"skipped"}""", "time", (int)NoValue.NotAsked)]
    [InlineData("""{"time":null}""", "time", (int)NoValue.Missing)]
    [InlineData("""{}""", "time", (int)NoValue.Missing)]
    [InlineData("""{"time":6}""", "time", (int)NoValue.Missing)]
    [InlineData("""{"time":0}""", "time", (int)NoValue.Missing)]
    [InlineData("""{"time":4.5}""", "time", (int)NoValue.Missing)]
    [InlineData("""{"time":"nonsense"}""", "time", (int)NoValue.Missing)]
    [InlineData("""{"other":{"a":[1,{"overall":1}]},"time":2}""", "time", 2)]
    [InlineData("""{ "region" : "south", "time":5, "overall":1, "improve":"{\"time\":1}" }""", "time", 5)]
    [InlineData("""{"region":"south"}""", "region", 1)]
    [InlineData("""{"region":"s\u006futh"}""", "region", 1)]
    [InlineData("""{"region":"east"}""", "region", (int)NoValue.Missing)]
    [InlineData("""{"improve":"so \"so\\","time":3}""", "time", 3)]
    [InlineData("""{"channels":[],"time":3}""", "time", 3)]
    [InlineData("""{"channels": ["web", "desk"], "time": 3}""", "time", 3)]
    [InlineData("""{"time":10,"overall":2}""", "overall", 2)]
    [InlineData("""{"time":1e0,"overall":2}""", "overall", 2)]
    [InlineData("""{"region":2}""", "region", (int)NoValue.Missing)]
    public async Task Item_HoldsTheValueOrTheKindOfNoValue(string json, string item, int expected)
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.AddRangeAsync([WaveData.Response(wave.Id, json)]);
        Assert.Equal((sbyte)expected, (await Tables.GetAsync(wave.Id, default)).Item(item).Span[0]);
    }

    [Fact]
    public async Task Option_IsTickedNotTickedOrNoValue()
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.AddRangeAsync([WaveData.Response(wave.Id, """{"channels":["desk","web","nowhere"]}""")]);
        ResponseTable table = await Tables.GetAsync(wave.Id, default);
        Assert.Equal([1, 0, 1], new[] { "web", "phone", "desk" }.Select(o => (int)table.Option("channels", o).Span[0]));
        Assert.Throws<KeyNotFoundException>(() => table.Item("channels"));
        Assert.Throws<KeyNotFoundException>(() => table.Item("improve"));
        Assert.Equal(["overall", "time", "region", "channels"], table.Items.Select(q => q.Code));
    }

    [Fact]
    public async Task Get_AfterCommitsOfThisProcess_HasThemWithoutChangingTheTableGivenOut()
    {
        Wave wave = await WaveData.AddAsync(app);
        ResponseTable empty = await Tables.GetAsync(wave.Id, default);
        for (int i = 1; i <= 5; i++) await Store.SubmitAsync(WaveData.Response(wave.Id, $$"""{"overall":{{i}}}"""), SubmissionKey.New());
        ResponseTable five = await Tables.GetAsync(wave.Id, default);
        await Store.AddRangeAsync(Enumerable.Range(0, 5000).Select(_ => WaveData.Response(wave.Id, """{"overall":5}""")));
        ResponseTable all = await Tables.GetAsync(wave.Id, default);
        Assert.Equal([0, 5, 5005], new[] { empty.Rows, five.Rows, all.Rows });
        Assert.Equal([1, 2, 3, 4, 5], five.Item("overall").ToArray().Order().Select(v => (int)v));
        Assert.Equal(5001, all.Item("overall").ToArray().Count(v => v == 5));
    }

    [Fact]
    public async Task Get_AfterAnotherProcessWrote_HasItsResponses()
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":1}"""), SubmissionKey.New());
        Assert.Equal(1, (await Tables.GetAsync(wave.Id, default)).Rows);
        var services = new ServiceCollection();
        services.AddStorage(new StorageOptions(app.PostgresConnection, Path.Combine(app.DataFolder, "cadran.db"), app.DataFolder))
            .AddCollection();
        await using ServiceProvider other = services.BuildServiceProvider();
        await other.GetRequiredService<ResponseStore>().SubmitAsync(WaveData.Response(wave.Id, """{"overall":2}"""), SubmissionKey.New());
        await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":3}"""), SubmissionKey.New());
        // A rebuild waits ten times as long as the last one took, so that a busy neighbour cannot keep this process scanning.
        ResponseTable table = await Tables.GetAsync(wave.Id, default);
        for (int tries = 0; tries < 100 && table.Rows < 3; tries++)
        {
            await Task.Delay(50);
            table = await Tables.GetAsync(wave.Id, default);
        }
        Assert.Equal([1, 2, 3], table.Item("overall").ToArray().Order().Select(v => (int)v));
    }

    [Fact]
    public async Task Design_ComesFromTheStoredColumns()
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 12)
            .Select(i => WaveData.Response(wave.Id, """{"overall":3}""", i % 2 == 0 ? "phone" : "online", 1 + i % 3, i < 6 ? "b" : "a",
                $"office {i % 3}", i < 6 ? 10 : 20)));
        ResponseTable table = await Tables.GetAsync(wave.Id, default);
        Assert.Equal(["a", "b"], table.Stratum.Labels);
        Assert.Equal(["online", "phone"], table.Channel.Labels);
        Assert.Equal(6, table.Channel.Codes.Count(1));
        Assert.Equal(["2026-03-02"], table.Day.Labels);
        Assert.Equal((2, 6, 4), (table.Design.Strata, table.Design.Clusters, table.Design.DegreesOfFreedom));
        Assert.Equal(24, table.Design.SumOfWeights, 12);
    }

    [Fact]
    public async Task Design_WithoutASample_IsSimpleRandom()
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 12).Select(_ => WaveData.Response(wave.Id, """{"overall":3}""")));
        Assert.True((await Tables.GetAsync(wave.Id, default)).Design.IsSimpleRandom);
    }

    [Fact]
    public async Task Get_UnknownWave_IsMissing() =>
        await Assert.ThrowsAsync<MissingException>(() => Tables.GetAsync(Guid.NewGuid(), default));
}
