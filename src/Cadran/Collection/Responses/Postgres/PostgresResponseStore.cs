using System.Data.Common;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cadran.Collection;

/// <summary>
/// Responses in PostgreSQL. Several processes write at once: keys are inserted in one order, so that none waits for another in a circle.
/// </summary>
internal sealed class PostgresResponseStore(string connectionString, ILogger log) : ResponseStore(log)
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);

    internal override IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<KeyedWrite> batch)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        // Twice the same key in one batch: the first counts.
        SubmitWrite[] submits = [.. batch.OfType<SubmitWrite>().DistinctBy(w => (w.WaveId, w.Digest)).OrderBy(w => w.WaveId)
            .ThenBy(w => w.Digest, StringComparer.Ordinal)];
        DraftWrite[] drafts = [.. batch.OfType<DraftWrite>().Reverse().DistinctBy(w => w.DraftId)
            .OrderBy(w => w.DraftId, StringComparer.Ordinal)];
        if (submits.Length > 0) PostgresResponseWriter.Submit(connection, submits);
        HashSet<string> kept = drafts.Length > 0 ? PostgresResponseWriter.Keep(connection, drafts) : [];
        foreach (DraftWrite write in batch.OfType<DraftWrite>()) write.Accepted = kept.Contains(write.DraftId);
        List<CommittedResponses> committed = [];
        foreach (var wave in submits.Where(w => w.Accepted).GroupBy(w => w.WaveId))
        {
            List<Response> responses = [.. wave.Select(w => w.Response)];
            committed.Add(new(wave.Key, Writer,
                PostgresResponseWriter.AddCount(connection, wave.Key, Writer, responses.Count) - responses.Count, responses));
        }
        transaction.Commit();
        return committed;
    }

    internal override void Shuffle()
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        if (!PostgresShuffle.Run(connection)) return;
        transaction.Commit();
    }

    protected override IReadOnlyDictionary<Guid, long> AddRange(
        IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        IReadOnlyDictionary<Guid, long> added = Add(transaction, responses, progress, ct);
        transaction.Commit();
        return added;
    }

    private protected override IReadOnlyDictionary<Guid, long> Add(
        DbTransaction transaction, IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct)
    {
        NpgsqlConnection connection = ((NpgsqlTransaction)transaction).Connection!;
        var counts = new Dictionary<Guid, long>();
        long done = 0;
        foreach (Response[] chunk in responses.Chunk(50_000))
        {
            Array.Sort(chunk, (a, b) => a.Id.CompareTo(b.Id));
            PostgresResponseWriter.Copy(connection, chunk);
            foreach (var (wave, n) in chunk.CountBy(r => r.WaveId)) counts[wave] = counts.GetValueOrDefault(wave) + n;
            done += chunk.Length;
            progress?.Report(done);
            ct.ThrowIfCancellationRequested();
        }
        // A writer of its own: this process's counter stays free for people who send answers meanwhile.
        string importer = Guid.NewGuid().ToString("N");
        foreach (var (wave, n) in counts) PostgresResponseWriter.AddCount(connection, wave, importer, n);
        return counts;
    }

    // Nobody waits for anybody here: others see the rows with the commit.
    private protected override async Task AddImportAsync(
        CadranDb db, ResponseImport import, IEnumerable<Response> sorted, Func<Task> commit, CancellationToken ct)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(ct);
        await Task.Run(() => Add(transaction.GetDbTransaction(), sorted, null, ct), ct);
        await commit();
        await transaction.CommitAsync(ct);
    }

    internal override async Task<long> TakeOutAsync(CadranDb db, ResponseImport import, Func<long, Task> commit, CancellationToken ct)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(ct);
        long removed = await db.Responses.Where(r => r.WaveId == import.WaveId && r.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await commit(removed);
        await transaction.CommitAsync(ct);
        return removed;
    }

    public override async Task<DraftState> FindDraftAsync(Guid waveId, SubmissionKey key, CancellationToken ct)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            select (select "AnswersJson" from "Drafts" where "Digest" = $3 and "WaveId" = $1),
                exists (select 1 from "Submissions" where "WaveId" = $1 and "Digest" = $2)
            """);
        command.Parameters.Add(new() { Value = waveId });
        command.Parameters.Add(new() { Value = key.Digest() });
        command.Parameters.Add(new() { Value = key.DraftId() });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return DraftState.Open(await reader.IsDBNullAsync(0, ct) ? null : reader.GetString(0), reader.GetBoolean(1), key);
    }

    internal override async Task<long> CountAsync(Guid waveId, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        return Counts(connection, waveId).Total;
    }

    internal override IEnumerable<ResponseBlock> Scan(Guid waveId, CancellationToken ct)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction look = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        (long total, long own) = Counts(connection, waveId);
        foreach (Response[] arrived in PostgresShuffle.Arrived(connection, waveId).Chunk(ResponseBlock.Capacity))
        {
            var first = new ResponseBlock { TotalCount = total, OwnCount = own };
            foreach (Response response in arrived) first.Add(response);
            yield return first;
        }
        using var command = new NpgsqlCommand("""
            select "ReceivedOn", "Channel", "Language", "Stratum", "Cluster",
                   convert_to("AnswersJson"::text, 'UTF8'), "Weight", "Population", "Id"
            from "Responses" where "WaveId" = $1
            """, connection) { Parameters = { new() { Value = waveId } }, CommandTimeout = 600 };
        using NpgsqlDataReader reader = command.ExecuteReader();
        var block = new ResponseBlock { TotalCount = total, OwnCount = own };
        while (reader.Read())
        {
            block.Add(SqliteResponseStore.Day(reader.GetFieldValue<DateOnly>(0)));
            for (int field = 1; field < 5; field++) block.Add(reader.GetString(field));
            block.Add(reader.GetFieldValue<byte[]>(5).AsSpan());
            block.EndRow(reader.GetDouble(6), reader.IsDBNull(7) ? null : reader.GetDouble(7), Response.Place(reader.GetGuid(8)));
            if (!block.IsFull) continue;
            yield return block;
            ct.ThrowIfCancellationRequested();
            block = new ResponseBlock { TotalCount = total, OwnCount = own };
        }
        yield return block;
    }

    public override async Task<int> PurgeAsync(DateOnly today, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        await using var drafts = new NpgsqlCommand("""
            delete from "Drafts" where "ChangedOn" < $1
            """, connection) { Parameters = { new() { Value = today.AddDays(-1) } } };
        await using var keys = new NpgsqlCommand("""
            delete from "Submissions" where "WaveId" in (
                select "Id" from "Waves" where "ClosesOn" < $1 or ("ClosedAtUtc" at time zone 'utc')::date < $1)
            """, connection) { Parameters = { new() { Value = today.AddDays(-2) } } };
        return await drafts.ExecuteNonQueryAsync(ct) + await keys.ExecuteNonQueryAsync(ct);
    }

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private (long Total, long Own) Counts(NpgsqlConnection connection, Guid waveId)
    {
        using var command = new NpgsqlCommand("""
            select coalesce(sum("Count"), 0)::bigint, coalesce(sum("Count") filter (where "Writer" = $2), 0)::bigint
            from "ResponseCounts" where "WaveId" = $1
            """, connection) { Parameters = { new() { Value = waveId }, new() { Value = Writer } } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
