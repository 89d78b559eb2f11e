using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Cadran.Storage;
using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>Responses in the SQLite file: one connection for the writer's thread, statements prepared once.</summary>
internal sealed class SqliteResponseStore(string file) : ResponseStore
{
    private const int SortedAtOnce = 50_000;

    private readonly string connectionString = SqliteCadranDb.ConnectionString(file);
    private readonly ConcurrentBag<SqliteDraftReader> draftReaders = [];
    private SqliteResponseWriter? writing;

    internal override IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<ResponseWrite> batch)
    {
        writing ??= new SqliteResponseWriter(Open());
        try
        {
            return writing.Commit(batch, Writer);
        }
        catch
        {
            writing.Dispose();
            writing = null;
            throw;
        }
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
        if (!draftReaders.TryTake(out SqliteDraftReader? reader)) reader = new SqliteDraftReader(OpenToRead());
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
        using SqliteTransaction look = connection.BeginTransaction(deferred: true);
        (long total, long own) = Counts(connection, waveId);
        foreach (ResponseBlock block in SqliteResponseScan.Blocks(connection, waveId, total, own))
        {
            ct.ThrowIfCancellationRequested();
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
