using System.Text;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>
/// Attacks on what is stored, by somebody who knows in which order people answered and under which keys: they do no better than chance.
/// On a database of their own, whose every byte can be looked at.
/// </summary>
public sealed class AnonymityTests : IAsyncLifetime
{
    private const int People = 60;

    // Of 60 guesses by chance one is right; more than 9 happen less than once in a million runs.
    private const int ByChance = 9;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "cadran-anonymity-" + Guid.NewGuid().ToString("N"));
    private readonly List<SubmissionKey> keys = [];
    private ServiceProvider services = null!;
    private string? postgres;
    private Guid wave;

    private ResponseStore Store => services.GetRequiredService<ResponseStore>();
    private string Database => Path.Combine(folder, "cadran.db");
    private static string Answer(int person) => $"answer-of-person-{person:000}";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(People)]
    public async Task OrderOfArrival_LeadsToNoAnswer(int shuffledAfter)
    {
        await AnswerAsync(shuffledAfter);
        foreach (IReadOnlyList<string> order in await OrdersAsync())
        {
            string[] answers = [.. order.Where(o => o.StartsWith("answer-of", StringComparison.Ordinal))];
            Assert.Equal(People, answers.Length);
            Assert.InRange(Enumerable.Range(0, People).Count(i => answers[i] == Answer(i)), 0, ByChance);
            Assert.InRange(Enumerable.Range(0, People).Count(i => answers[People - 1 - i] == Answer(i)), 0, ByChance);
            // Whoever stands behind another came behind him: true of half the pairs by chance.
            int[] places = [.. Enumerable.Range(0, People).Select(i => Array.IndexOf(answers, Answer(i)))];
            int ascending =
                (from a in Enumerable.Range(0, People)
                 from b in Enumerable.Range(a + 1, People - a - 1)
                 select places[a] < places[b]).Count(later => later);
            Assert.InRange((double)ascending / (People * (People - 1) / 2), 0.3, 0.7);
        }
    }

    [Fact]
    public async Task Digest_StandsBesideNoAnswerThatIsTheOnlyNewOne()
    {
        await AnswerAsync(People);
        foreach (IReadOnlyList<string> order in await OrdersAsync())
        {
            // The answer that stands nearest to a digest, before it or behind it.
            int hits = 0;
            for (int i = 0; i < People; i++)
            {
                int at = order.ToList().IndexOf(keys[i].Digest());
                if (at < 0) continue;
                string? next = order.Skip(at).FirstOrDefault(o => o.StartsWith("answer-of", StringComparison.Ordinal));
                if (next == Answer(i)) hits++;
            }
            Assert.InRange(hits, 0, ByChance);
        }
    }

    [Fact]
    public async Task BeforeTheShuffle_NoFileHoldsAnAnswerInClear_AndEveryLookFindsIt()
    {
        if (postgres is not null) return; // files of PostgreSQL are the server's
        for (int i = 0; i < 20; i++) await SubmitAsync(i);
        string files = string.Concat(Directory.GetFiles(folder).Select(Text));
        // A shuffle may have been due already on a slow machine: then it was of all that had come.
        int inClear = Enumerable.Range(0, 20).Count(i => files.Contains(Answer(i), StringComparison.Ordinal));
        Assert.True(inClear is 0 or > 1, $"{inClear} answers in clear");
        Assert.Equal(20, Store.Scan(wave, default).Sum(block => block.Rows));
        Assert.Equal(20, await Store.CountAsync(wave, default));
    }

    [Fact]
    public async Task Draft_IsInNoFileInClear_AndNothingOfItIsInABackup()
    {
        SubmissionKey kept = SubmissionKey.New(), sent = SubmissionKey.New();
        await Store.SaveDraftAsync(wave, kept, WaveData.Today, """{"improve":"a draft that nobody reads"}""");
        await Store.SaveDraftAsync(wave, sent, WaveData.Today, """{"improve":"a draft that was changed"}""");
        await Store.SubmitAsync(WaveData.Response(wave, """{"improve":"sent"}"""), sent);
        Assert.Equal("""{"improve":"a draft that nobody reads"}""", (await Store.FindDraftAsync(wave, kept, default)).AnswersJson);
        if (postgres is not null)
        {
            Draft stored = await Db(db => db.Drafts.SingleAsync());
            Assert.DoesNotContain("nobody", stored.AnswersJson);
            Assert.NotEqual(kept.Digest(), stored.Digest);
            return;
        }
        string files = string.Concat(Directory.GetFiles(folder).Select(Text));
        foreach (string text in new[] { "nobody reads", "was changed", kept.Token, sent.Token })
            Assert.DoesNotContain(text, files, StringComparison.OrdinalIgnoreCase);
        string backup = Path.Combine(folder, "kept.zip");
        SqliteBackup.Write(Database, folder, backup, from => SqliteAnswersInBackup.Read(from, Database));
        string held = Text(await UnpackAsync(backup));
        Assert.Contains("sent", held);
        foreach (SubmissionKey key in new[] { kept, sent })
            foreach (string trace in new[] { key.Digest(), key.DraftId(), key.Token })
                Assert.DoesNotContain(trace, held, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Backup_HoldsEveryAnswerAcknowledgedBeforeIt_InAnOrderOfChance()
    {
        if (postgres is not null) return; // backups of PostgreSQL are taken with its own program
        for (int i = 0; i < People; i++) await SubmitAsync(i);
        string backup = Path.Combine(folder, "kept.zip");
        SqliteBackup.Write(Database, folder, backup, from => SqliteAnswersInBackup.Read(from, Database));
        string copy = await UnpackAsync(backup);
        string[] answers = [.. Order(Text(copy)).Where(o => o.StartsWith("answer-of", StringComparison.Ordinal))];
        Assert.Equal(People, answers.Length);
        Assert.InRange(Enumerable.Range(0, People).Count(i => answers[i] == Answer(i)), 0, ByChance);
        Assert.Equal(0, await CountAsync(copy, "Arrivals") + await CountAsync(copy, "Submissions"));
        Assert.Equal(People, await CountAsync(copy, "Responses"));
    }

    [Fact]
    public async Task KilledBeforeTheShuffle_NothingIsLost_AndTheNextProgramFindsIt()
    {
        for (int i = 0; i < 10; i++) await SubmitAsync(i);
        // Another process, as after a kill: the first one never shuffles again.
        await using ServiceProvider next = Services();
        var store = next.GetRequiredService<ResponseStore>();
        Assert.Equal(10, store.Scan(wave, default).Sum(block => block.Rows));
        await store.ShuffleAsync();
        Assert.Equal(10, await Db(db => db.Responses.CountAsync()));
        Assert.Equal(0, await Db(db => db.Arrivals.CountAsync()));
        foreach (SubmissionKey key in keys) Assert.True((await store.FindDraftAsync(wave, key, default)).Sent);
    }

    [Fact]
    public async Task AcknowledgedAnswers_OutliveShufflesThatFailAgainAndAgain()
    {
        if (postgres is not null) return; // arrivals are closed with a key on SQLite alone
        await SubmitAsync(0);
        await Db(db => db.Database.ExecuteSqlRawAsync(
            """create trigger "Full" before insert on "Responses" begin select raise(abort, 'full'); end"""));
        for (int attempt = 0; attempt < 4; attempt++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Store.ShuffleAsync());
            await SubmitAsync(attempt + 1);
        }
        await Db(db => db.Database.ExecuteSqlRawAsync("""drop trigger "Full" """));
        await Store.ShuffleAsync();
        Assert.Equal((5, 0), (await Db(db => db.Responses.CountAsync()), await Db(db => db.Arrivals.CountAsync())));
    }

    private async Task AnswerAsync(int shuffledAfter)
    {
        for (int i = 0; i < People; i++)
        {
            await SubmitAsync(i);
            if ((i + 1) % shuffledAfter == 0) await Store.ShuffleAsync();
        }
        await Store.ShuffleAsync();
    }

    private async Task SubmitAsync(int person)
    {
        keys.Add(SubmissionKey.New());
        Assert.True(await Store.SaveDraftAsync(wave, keys[^1], WaveData.Today, $$"""{"improve":"{{Answer(person)}}"}"""));
        Assert.True(await Store.SubmitAsync(WaveData.Response(wave, $$"""{"improve":"{{Answer(person)}}"}"""), keys[^1]));
    }

    // What an attacker reads, each in the order in which it lies there: answers and digests.
    private async Task<IReadOnlyList<IReadOnlyList<string>>> OrdersAsync()
    {
        if (postgres is null)
            return [.. new[] { Database, Database + "-wal" }.Where(File.Exists).Select(Text).Select(Order)
                .Where(order => order.Any(o => o.StartsWith("answer-of", StringComparison.Ordinal)))];
        await AssertTransactionsDifferAsync();
        return
        [
            await Db(db => db.Database.SqlQueryRaw<string>("""
                select "AnswersJson" ->> 'improve' as "Value" from "Responses" order by ctid
                """).ToListAsync()),
            await Db(db => db.Database.SqlQueryRaw<string>("""
                select "AnswersJson" ->> 'improve' as "Value" from "Responses" order by xmin::text::bigint, ctid
                """).ToListAsync()),
            await DumpAsync(),
        ];
    }

    private async Task AssertTransactionsDifferAsync() =>
        Assert.Equal([0], await Db(db => db.Database.SqlQueryRaw<int>("""
            select count(*)::int as "Value" from "Submissions" s join "Responses" r on s.xmin::text = r.xmin::text
            """).ToListAsync()));

    // As pg_dump reads a table.
    private async Task<IReadOnlyList<string>> DumpAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(postgres);
        await connection.OpenAsync();
        using TextReader rows = await connection.BeginTextExportAsync("copy \"Responses\" to stdout");
        return Order(await rows.ReadToEndAsync());
    }

    // Answers and digests by the place where they stand last: what is written later overwrites or stands behind.
    private IReadOnlyList<string> Order(string text) =>
        [.. Enumerable.Range(0, People).Select(Answer).Concat(keys.Select(k => k.Digest()))
            .Select(what => (what, at: text.LastIndexOf(what, StringComparison.Ordinal))).Where(found => found.at >= 0)
            .OrderBy(found => found.at).Select(found => found.what)];

    private static string Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private async Task<string> UnpackAsync(string backup)
    {
        string copy = Path.Combine(folder, "unpacked.db");
        await using var archive = await System.IO.Compression.ZipFile.OpenReadAsync(backup);
        await System.IO.Compression.ZipFileExtensions.ExtractToFileAsync(archive.GetEntry("cadran.db")!, copy);
        return copy;
    }

    private static async Task<long> CountAsync(string file, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = table switch
        {
            "Arrivals" => "select count(*) from Arrivals",
            "Submissions" => "select count(*) from Submissions",
            _ => "select count(*) from Responses",
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<T> Db<T>(Func<CadranDb, Task<T>> use)
    {
        using IServiceScope scope = services.CreateScope();
        return await use(scope.ServiceProvider.GetRequiredService<CadranDb>());
    }

    private ServiceProvider Services() => new ServiceCollection().AddSingleton(TimeProvider.System)
        .AddStorage(new StorageOptions(postgres, Database, folder)).AddCollection().BuildServiceProvider();

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        postgres = await TestPostgres.CreateDatabaseAsync();
        services = Services();
        await Db(async db => await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
        wave = await Db(WaveData.AddBareAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await TestPostgres.DropDatabaseAsync(postgres);
        Directory.Delete(folder, recursive: true);
    }
}
