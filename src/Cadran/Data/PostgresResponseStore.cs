using Cadran.Collection;
using Npgsql;
using NpgsqlTypes;

namespace Cadran.Data;

/// <summary>Responses in PostgreSQL. Several processes write at once: keys are inserted in one order, so that none waits for another in a circle.</summary>
internal sealed class PostgresResponseStore(string connectionString) : ResponseStore
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);

    internal override IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<ResponseWrite> batch)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        // Twice the same key in one batch: the first counts.
        SubmitWrite[] submits = [.. batch.OfType<SubmitWrite>().DistinctBy(w => (w.WaveId, w.Digest)).OrderBy(w => w.WaveId).ThenBy(w => w.Digest, StringComparer.Ordinal)];
        DraftWrite[] drafts = [.. batch.OfType<DraftWrite>().Reverse().DistinctBy(w => w.Digest).OrderBy(w => w.Digest, StringComparer.Ordinal)];
        if (submits.Length > 0) Submit(connection, submits);
        HashSet<string> kept = drafts.Length > 0 ? Keep(connection, drafts) : [];
        foreach (DraftWrite write in batch.OfType<DraftWrite>()) write.Accepted = kept.Contains(write.Digest);
        List<CommittedResponses> committed = [];
        foreach (var wave in submits.Where(w => w.Accepted).GroupBy(w => w.WaveId))
        {
            List<Response> responses = [.. wave.Select(w => w.Response)];
            committed.Add(new(wave.Key, Writer, AddCount(connection, wave.Key, Writer, responses.Count) - responses.Count, responses));
        }
        transaction.Commit();
        return committed;
    }

    private static void Submit(NpgsqlConnection connection, SubmitWrite[] submits)
    {
        Guid[] waves = [.. submits.Select(s => s.WaveId)];
        string[] digests = [.. submits.Select(s => s.Digest)];
        var isNew = new HashSet<(Guid, string)>();
        using (var insert = new NpgsqlCommand("""
            insert into "Submissions" ("WaveId", "Digest") select * from unnest($1::uuid[], $2::text[]) on conflict do nothing returning "WaveId", "Digest"
            """, connection) { Parameters = { new() { Value = waves }, new() { Value = digests } } })
        using (NpgsqlDataReader reader = insert.ExecuteReader())
            while (reader.Read()) isNew.Add((reader.GetGuid(0), reader.GetString(1)));
        foreach (SubmitWrite submit in submits) submit.Accepted = isNew.Contains((submit.WaveId, submit.Digest));
        using (var forget = new NpgsqlCommand("""delete from "Drafts" where ("WaveId", "Digest") in (select * from unnest($1::uuid[], $2::text[]))""", connection)
            { Parameters = { new() { Value = waves }, new() { Value = digests } } })
            forget.ExecuteNonQuery();
        Response[] accepted = [.. submits.Where(s => s.Accepted).Select(s => s.Response)];
        if (accepted.Length == 0) return;
        // In the order of the random ids: within a batch the table does not tell who came first.
        Array.Sort(accepted, (a, b) => a.Id.CompareTo(b.Id));
        using var add = new NpgsqlCommand("""
            insert into "Responses" ("WaveId", "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson")
            select w, i, d, c, l, g, s, k, p, a::jsonb from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::float8[], $7::text[], $8::text[], $9::float8[], $10::text[])
              as t(w, i, d, c, l, g, s, k, p, a)
            """, connection);
        foreach (object column in new object[]
        {
            accepted.Select(r => r.WaveId).ToArray(), accepted.Select(r => r.Id).ToArray(), accepted.Select(r => r.ReceivedOn).ToArray(), accepted.Select(r => r.Channel).ToArray(),
            accepted.Select(r => r.Language).ToArray(), accepted.Select(r => r.Weight).ToArray(), accepted.Select(r => r.Stratum).ToArray(), accepted.Select(r => r.Cluster).ToArray(),
            accepted.Select(r => r.Population).ToArray(), accepted.Select(r => r.AnswersJson).ToArray(),
        }) add.Parameters.Add(new() { Value = column });
        add.ExecuteNonQuery();
    }

    private static HashSet<string> Keep(NpgsqlConnection connection, DraftWrite[] drafts)
    {
        using var keep = new NpgsqlCommand("""
            insert into "Drafts" ("Digest", "WaveId", "ChangedOn", "AnswersJson")
            select t.d, t.w, t.c, t.a from unnest($1::text[], $2::uuid[], $3::date[], $4::text[]) as t(d, w, c, a)
            where not exists (select 1 from "Submissions" s where s."WaveId" = t.w and s."Digest" = t.d)
            on conflict ("Digest") do update set "ChangedOn" = excluded."ChangedOn", "AnswersJson" = excluded."AnswersJson" where "Drafts"."WaveId" = excluded."WaveId"
            returning "Digest"
            """, connection);
        foreach (object column in new object[] { drafts.Select(d => d.Digest).ToArray(), drafts.Select(d => d.WaveId).ToArray(), drafts.Select(d => d.Today).ToArray(), drafts.Select(d => d.AnswersJson).ToArray() })
            keep.Parameters.Add(new() { Value = column });
        var kept = new HashSet<string>(StringComparer.Ordinal);
        using NpgsqlDataReader reader = keep.ExecuteReader();
        while (reader.Read()) kept.Add(reader.GetString(0));
        return kept;
    }

    private static long AddCount(NpgsqlConnection connection, Guid waveId, string writer, long n)
    {
        using var count = new NpgsqlCommand("""
            insert into "ResponseCounts" as c ("WaveId", "Writer", "Count") values ($1, $2, $3)
            on conflict ("WaveId", "Writer") do update set "Count" = c."Count" + excluded."Count" returning "Count"
            """, connection) { Parameters = { new() { Value = waveId }, new() { Value = writer }, new() { Value = n } } };
        return (long)count.ExecuteScalar()!;
    }

    protected override long AddRange(IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        var counts = new Dictionary<Guid, long>();
        long done = 0;
        foreach (Response[] chunk in responses.Chunk(50_000))
        {
            Array.Sort(chunk, (a, b) => a.Id.CompareTo(b.Id));
            Copy(connection, chunk);
            foreach (var (wave, n) in chunk.CountBy(r => r.WaveId)) counts[wave] = counts.GetValueOrDefault(wave) + n;
            done += chunk.Length;
            progress?.Report(done);
            ct.ThrowIfCancellationRequested();
        }
        // A writer of its own: this process's counter stays free for people who send answers meanwhile.
        string importer = Guid.NewGuid().ToString("N");
        foreach (var (wave, n) in counts) AddCount(connection, wave, importer, n);
        transaction.Commit();
        return done;
    }

    private static void Copy(NpgsqlConnection connection, Response[] responses)
    {
        using NpgsqlBinaryImporter copy = connection.BeginBinaryImport("""
            copy "Responses" ("WaveId", "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson", "ImportId") from stdin (format binary)
            """);
        foreach (Response r in responses)
        {
            copy.StartRow();
            copy.Write(r.WaveId, NpgsqlDbType.Uuid);
            copy.Write(r.Id, NpgsqlDbType.Uuid);
            copy.Write(r.ReceivedOn, NpgsqlDbType.Date);
            copy.Write(r.Channel, NpgsqlDbType.Varchar);
            copy.Write(r.Language, NpgsqlDbType.Varchar);
            copy.Write(r.Weight, NpgsqlDbType.Double);
            copy.Write(r.Stratum, NpgsqlDbType.Varchar);
            copy.Write(r.Cluster, NpgsqlDbType.Varchar);
            if (r.Population is { } population) copy.Write(population, NpgsqlDbType.Double); else copy.WriteNull();
            copy.Write(r.AnswersJson, NpgsqlDbType.Jsonb);
            if (r.ImportId is { } import) copy.Write(import, NpgsqlDbType.Uuid); else copy.WriteNull();
        }
        copy.Complete();
    }

    public override async Task<DraftState> FindDraftAsync(Guid waveId, SubmissionKey key, CancellationToken ct)
    {
        await using NpgsqlCommand command = source.CreateCommand("""
            select (select "AnswersJson" from "Drafts" where "Digest" = $2 and "WaveId" = $1), exists (select 1 from "Submissions" where "WaveId" = $1 and "Digest" = $2)
            """);
        command.Parameters.Add(new() { Value = waveId });
        command.Parameters.Add(new() { Value = key.Digest() });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new DraftState(await reader.IsDBNullAsync(0, ct) ? null : reader.GetString(0), reader.GetBoolean(1));
    }

    public override async Task<long> CountAsync(Guid waveId, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        return Counts(connection, waveId).Total;
    }

    public override IEnumerable<ResponseBlock> Scan(Guid waveId, CancellationToken ct)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction look = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        (long total, long own) = Counts(connection, waveId);
        using var command = new NpgsqlCommand("""
            select "ReceivedOn", "Channel", "Language", "Stratum", "Cluster", convert_to("AnswersJson"::text, 'UTF8'), "Weight", "Population" from "Responses" where "WaveId" = $1
            """, connection) { Parameters = { new() { Value = waveId } }, CommandTimeout = 600 };
        using NpgsqlDataReader reader = command.ExecuteReader();
        var block = new ResponseBlock { TotalCount = total, OwnCount = own };
        while (reader.Read())
        {
            block.Add(SqliteResponseStore.Day(reader.GetFieldValue<DateOnly>(0)));
            for (int field = 1; field < 5; field++) block.Add(reader.GetString(field));
            block.Add(reader.GetFieldValue<byte[]>(5).AsSpan());
            block.EndRow(reader.GetDouble(6), reader.IsDBNull(7) ? null : reader.GetDouble(7));
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
        await using var drafts = new NpgsqlCommand("""delete from "Drafts" where "ChangedOn" < $1""", connection) { Parameters = { new() { Value = today.AddDays(-1) } } };
        await using var keys = new NpgsqlCommand("""
            delete from "Submissions" where "WaveId" in (select "Id" from "Waves" where "ClosesOn" < $1 or ("ClosedAtUtc" at time zone 'utc')::date < $1)
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
            select coalesce(sum("Count"), 0)::bigint, coalesce(sum("Count") filter (where "Writer" = $2), 0)::bigint from "ResponseCounts" where "WaveId" = $1
            """, connection) { Parameters = { new() { Value = waveId }, new() { Value = Writer } } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
