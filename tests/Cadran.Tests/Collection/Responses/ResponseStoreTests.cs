using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

public sealed class ResponseStoreTests(TestApp app)
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();

    [Fact]
    public async Task Submit_SameKeyAtOnceAndAgain_CountsOnce()
    {
        Wave wave = await WaveData.AddAsync(app);
        SubmissionKey key = SubmissionKey.New();
        bool[] first =
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":4}"""), key)));
        bool again = await Store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":1}"""), key);
        Assert.Single(first, counted => counted);
        Assert.False(again);
        Response stored = await app.Db(db => db.Responses.SingleAsync(r => r.WaveId == wave.Id));
        Assert.Contains("4", stored.AnswersJson);
        Assert.Equal(1, await Store.CountAsync(wave.Id, default));
    }

    [Fact]
    public async Task Submit_SameKeyInTwoProcesses_CountsOnce()
    {
        Wave wave = await WaveData.AddAsync(app);
        using ResponseStore other = OtherProcess();
        SubmissionKey[] keys = [.. Enumerable.Range(0, 50).Select(_ => SubmissionKey.New())];
        bool[] counted = await Task.WhenAll(keys
            .SelectMany(key => new[] { Store, other }
                .Select(store => store.SubmitAsync(WaveData.Response(wave.Id, """{"overall":4}"""), key))));
        Assert.Equal(50, counted.Count(c => c));
        Assert.Equal(50, await app.Db(db => db.Responses.CountAsync(r => r.WaveId == wave.Id)));
        Assert.Equal(50, await Store.CountAsync(wave.Id, default));
    }

    [Fact]
    public async Task Submit_OneThatCannotBeStored_FailsAlone()
    {
        Wave wave = await WaveData.AddAsync(app);
        Task<bool>[] good =
            [.. Enumerable.Range(0, 5).Select(_ => Store.SubmitAsync(WaveData.Response(wave.Id, "{}"), SubmissionKey.New()))];
        Task<bool> bad = Store.SubmitAsync(WaveData.Response(Guid.NewGuid(), "{}"), SubmissionKey.New());
        Assert.All(await Task.WhenAll(good), Assert.True);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bad);
    }

    [Fact]
    public async Task Draft_IsReplaced_AndForgottenWithTheSubmission()
    {
        Wave wave = await WaveData.AddAsync(app);
        SubmissionKey key = SubmissionKey.New();
        Assert.True(await Store.SaveDraftAsync(wave.Id, key, WaveData.Today, """{"overall":2}"""));
        Assert.True(await Store.SaveDraftAsync(wave.Id, key, WaveData.Today, """{"overall":3}"""));
        Assert.Equal(new DraftState("""{"overall":3}""", Sent: false), await Store.FindDraftAsync(wave.Id, key, default));
        Assert.Equal(new DraftState(null, Sent: false), await Store.FindDraftAsync(Guid.NewGuid(), key, default));
        await Store.SubmitAsync(WaveData.Response(wave.Id, "{}"), key);
        Assert.False(await Store.SaveDraftAsync(wave.Id, key, WaveData.Today, """{"overall":1}"""));
        Assert.Equal(new DraftState(null, Sent: true), await Store.FindDraftAsync(wave.Id, key, default));
    }

    [Fact]
    public async Task Purge_DropsOldDraftsAndKeysOfClosedWaves()
    {
        Wave open = await WaveData.AddAsync(app),
            closed = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-30), closes: WaveData.Today.AddDays(-3));
        SubmissionKey old = SubmissionKey.New(), recent = SubmissionKey.New(), sent = SubmissionKey.New(),
            sentLongAgo = SubmissionKey.New();
        await Store.SaveDraftAsync(open.Id, old, WaveData.Today.AddDays(-2), "{}");
        await Store.SaveDraftAsync(open.Id, recent, WaveData.Today.AddDays(-1), "{}");
        await Store.SubmitAsync(WaveData.Response(open.Id, "{}"), sent);
        await Store.SubmitAsync(WaveData.Response(closed.Id, "{}"), sentLongAgo);
        await Store.PurgeAsync(WaveData.Today, default);
        Assert.Null((await Store.FindDraftAsync(open.Id, old, default)).AnswersJson);
        Assert.NotNull((await Store.FindDraftAsync(open.Id, recent, default)).AnswersJson);
        Assert.True((await Store.FindDraftAsync(open.Id, sent, default)).Sent);
        Assert.False((await Store.FindDraftAsync(closed.Id, sentLongAgo, default)).Sent);
        Assert.Equal(1, await Store.CountAsync(closed.Id, default));
    }

    [Fact]
    public async Task AddRange_AllOrNothing()
    {
        Wave wave = await WaveData.AddAsync(app);
        Assert.Equal(3000, await Store.AddRangeAsync(Enumerable.Range(0, 3000)
            .Select(i => WaveData.Response(wave.Id, $$"""{"overall":{{1 + i % 5}}}"""))));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Store.AddRangeAsync([WaveData.Response(wave.Id, "{}"), WaveData.Response(Guid.NewGuid(), "{}")]));
        Assert.Equal(3000, await app.Db(db => db.Responses.CountAsync(r => r.WaveId == wave.Id)));
        Assert.Equal(3000, await Store.CountAsync(wave.Id, default));
    }

    [Fact]
    public async Task Stored_NothingJoinsAResponseToItsKeyOrTime()
    {
        Wave wave = await WaveData.AddAsync(app);
        var keys = new List<SubmissionKey>();
        for (int i = 0; i < 40; i++)
        {
            keys.Add(SubmissionKey.New());
            await Store.SubmitAsync(WaveData.Response(wave.Id, $$"""{"improve":"{{i:000}}"}"""), keys[^1]);
        }
        List<Response> rows =
            await app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).OrderBy(r => r.Id).ToListAsync());
        string everything =
            string.Join('\n', rows.Select(r => $"{r.Id}{r.ReceivedOn:O}{r.Channel}{r.Language}{r.Stratum}{r.Cluster}{r.AnswersJson}"));
        Assert.All(keys, key => Assert.False(everything.Contains(key.Token, StringComparison.OrdinalIgnoreCase)
            || everything.Contains(key.Digest(), StringComparison.OrdinalIgnoreCase)));
        Assert.All(keys, key => Assert.DoesNotContain(key.Digest(), key.Token));
        // Ids are random (version 4), not made from the time; their order is not that of arrival.
        Assert.All(rows, r => Assert.Equal(4, r.Id.Version));
        Assert.NotEqual(Enumerable.Range(0, 40).Select(i => $"{i:000}"),
            rows.Select(r => Answers.Parse(r.AnswersJson, WaveData.Content.Find)["improve"]).OfType<Answer.Comment>().Select(c => c.Text));
        if (app.PostgresConnection is null) await AssertRowsLieInOrderOfTheirIdsAsync(wave);
    }

    // A table scan of SQLite follows the storage: it must be the order of the random ids, and there must be no hidden row number.
    private async Task AssertRowsLieInOrderOfTheirIdsAsync(Wave wave)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "cadran.db")}");
        await connection.OpenAsync();
        foreach (string table in new[] { "Responses", "Submissions", "Drafts" })
        {
            await using SqliteCommand hidden = connection.CreateCommand();
            hidden.CommandText = $"select rowid from \"{table}\"";
            await Assert.ThrowsAsync<SqliteException>(() => hidden.ExecuteReaderAsync());
        }
        await using SqliteCommand scan = connection.CreateCommand();
        scan.CommandText = "select \"Id\" from \"Responses\" where \"WaveId\" = $wave";
        scan.Parameters.AddWithValue("$wave", wave.Id.ToString().ToUpperInvariant());
        var ids = new List<string>();
        await using SqliteDataReader reader = await scan.ExecuteReaderAsync();
        while (await reader.ReadAsync()) ids.Add(reader.GetString(0));
        Assert.Equal(40, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    private ResponseStore OtherProcess()
    {
        var services = new ServiceCollection();
        services.AddStorage(new StorageOptions(app.PostgresConnection, Path.Combine(app.DataFolder, "cadran.db"), app.DataFolder))
            .AddCollection();
        return services.BuildServiceProvider().GetRequiredService<ResponseStore>();
    }
}
