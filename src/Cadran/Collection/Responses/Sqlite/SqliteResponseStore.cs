using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Cadran.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Cadran.Collection;

/// <summary>Responses in the SQLite file: one connection for the writer's thread, statements prepared once.</summary>
internal sealed partial class SqliteResponseStore(string file, ILogger log) : ResponseStore(log)
{
    private const int SortedAtOnce = 50_000;

    private readonly string connectionString = SqliteCadranDb.ConnectionString(file);
    private readonly ArrivalKeys keys = new(file);
    private readonly ConcurrentBag<SqliteDraftReader> draftReaders = [];
    private SqliteResponseWriter? writing;

    internal override IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<KeyedWrite> batch)
    {
        writing ??= new SqliteResponseWriter(Open());
        try
        {
            return writing.Commit(batch, Writer, keys);
        }
        catch
        {
            writing.Dispose();
            writing = null;
            throw;
        }
    }

    internal override void Shuffle()
    {
        using SqliteConnection connection = Open();
        if (SqliteArrival.Read(connection).Count == 0) return;
        new SqliteShuffle(connection, keys).Run();
        // The log holds the pages before and after each writing one behind the other: it is emptied into the file, unless somebody is
        // still reading from it, which the next shuffle finds done.
        using SqliteCommand empty = connection.CreateCommand();
        empty.CommandText = "pragma busy_timeout=100; pragma wal_checkpoint(truncate); pragma busy_timeout=30000";
        empty.ExecuteNonQuery();
    }

    protected override IReadOnlyDictionary<Guid, long> AddRange(
        IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct)
    {
        using SqliteConnection connection = Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        IReadOnlyDictionary<Guid, long> added = Add(transaction, responses, progress, ct);
        transaction.Commit();
        return added;
    }

    private protected override IReadOnlyDictionary<Guid, long> Add(
        DbTransaction transaction, IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct)
    {
        using SqliteResponseWriter writer = SqliteResponseWriter.Within((SqliteTransaction)transaction);
        // In the order of the ids, so that the pages of the table fill one after the other instead of being hit at random.
        long done = 0;
        var counts = new Dictionary<Guid, long>();
        foreach (Response[] chunk in responses.Chunk(SortedAtOnce))
        {
            Array.Sort(chunk, (a, b) => a.Id.CompareTo(b.Id));
            foreach (Response response in chunk) writer.Insert(response);
            foreach (var (wave, n) in chunk.CountBy(r => r.WaveId)) counts[wave] = counts.GetValueOrDefault(wave) + n;
            done += chunk.Length;
            progress?.Report(done);
            ct.ThrowIfCancellationRequested();
        }
        string importer = Guid.NewGuid().ToString("N");
        foreach (var (wave, n) in counts) writer.AddCount(wave, importer, n);
        return counts;
    }

    public override Task<DraftState> FindDraftAsync(Guid waveId, SubmissionKey key, CancellationToken ct)
    {
        // Asked for every page shown: the statement stays prepared on a connection of its own.
        if (!draftReaders.TryTake(out SqliteDraftReader? reader)) reader = new SqliteDraftReader(Open());
        DraftState state = reader.Find(waveId, key);
        draftReaders.Add(reader);
        return Task.FromResult(state);
    }

    internal override Task<long> CountAsync(Guid waveId, CancellationToken ct)
    {
        using SqliteConnection connection = OpenToRead();
        return Task.FromResult(Counts(connection, waveId).Total);
    }

    internal override IEnumerable<ResponseBlock> Scan(Guid waveId, CancellationToken ct)
    {
        using SqliteConnection connection = OpenToRead();
        // The keys of before the look and those of after it: one of them has closed what the look finds.
        byte[][] before = keys.Read();
        using SqliteTransaction look = connection.BeginTransaction(deferred: true);
        (long total, long own) = Counts(connection, waveId);
        foreach (ResponseBlock block in Arrived(connection, waveId, before, total, own)) yield return block;
        foreach (ResponseBlock block in SqliteResponseScan.Blocks(connection, waveId, total, own))
        {
            ct.ThrowIfCancellationRequested();
            yield return block;
        }
    }

    private IEnumerable<ResponseBlock> Arrived(SqliteConnection connection, Guid waveId, byte[][] before, long total, long own)
    {
        List<SqliteArrival> arrivals = SqliteArrival.Read(connection, Key(waveId));
        if (arrivals.Count == 0) yield break;
        byte[][] known = [.. before, .. keys.Read()];
        foreach (Response[] part in arrivals.SelectMany(a => a.Open(known) ?? []).Chunk(ResponseBlock.Capacity))
        {
            var block = new ResponseBlock { TotalCount = total, OwnCount = own };
            foreach (Response response in part) block.Add(response);
            yield return block;
        }
    }

    public override Task<int> PurgeAsync(DateOnly today, CancellationToken ct)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            delete from "Drafts" where "ChangedOn" < $yesterday;
            delete from "Submissions" where "WaveId" in (select "Id" from "Waves" where "ClosesOn" < $long or date("ClosedAtUtc") < $long);
            """;
        command.Parameters.AddWithValue("$yesterday", Day(today.AddDays(-1)));
        command.Parameters.AddWithValue("$long", Day(today.AddDays(-2)));
        return Task.FromResult(command.ExecuteNonQuery());
    }

    protected override void Dispose(bool disposing)
    {
        writing?.Dispose();
        foreach (SqliteDraftReader reader in draftReaders) reader.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>As Entity Framework writes it.</summary>
    internal static string Key(Guid id) => id.ToString().ToUpperInvariant();
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private (long Total, long Own) Counts(SqliteConnection connection, Guid waveId)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            select coalesce(sum("Count"), 0), coalesce(sum("Count") filter (where "Writer" = $own), 0)
            from "ResponseCounts" where "WaveId" = $wave
            """;
        command.Parameters.AddWithValue("$own", Writer);
        command.Parameters.AddWithValue("$wave", Key(waveId));
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private SqliteConnection OpenToRead()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = OpenToRead();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = SqlitePragmas.Sql;
        command.ExecuteNonQuery();
        return connection;
    }
}
