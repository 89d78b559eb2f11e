using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>One connection with the statements that add responses, prepared once. Used by one thread.</summary>
internal sealed class SqliteResponseWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand submission, arrival, response, draft, forget, count;
    private readonly bool borrowed;
    private SqliteTransaction? transaction;

    private SqliteResponseWriter(SqliteTransaction given) : this(given.Connection!)
    {
        borrowed = true;
        foreach (SqliteCommand command in Commands) command.Transaction = given;
    }

    public SqliteResponseWriter(SqliteConnection connection)
    {
        this.connection = connection;
        submission = Prepare("""insert into "Submissions" ("WaveId", "Digest") values ($0, $1) on conflict do nothing""", 2);
        arrival = Prepare("""insert into "Arrivals" ("WaveId", "Id", "Content") values ($0, $1, $2)""", 3);
        response = Prepare("""
            insert into "Responses"
              ("WaveId", "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson", "ImportId")
            values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, 11);
        draft = Prepare("""
            insert into "Drafts" ("Digest", "WaveId", "ChangedOn", "AnswersJson")
            select $0, $1, $2, $3 where not exists (select 1 from "Submissions" where "WaveId" = $1 and "Digest" = $4)
            on conflict ("Digest") do update set "ChangedOn" = excluded."ChangedOn", "AnswersJson" = excluded."AnswersJson"
              where "WaveId" = excluded."WaveId"
            """, 5);
        forget = Prepare("""delete from "Drafts" where "Digest" = $0 and "WaveId" = $1""", 2);
        count = Prepare("""
            insert into "ResponseCounts" ("WaveId", "Writer", "Count") values ($0, $1, $2)
            on conflict ("WaveId", "Writer") do update set "Count" = "Count" + excluded."Count" returning "Count"
            """, 3);
    }

    public IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<KeyedWrite> batch, string writer, ArrivalKeys keys)
    {
        Begin();
        // Asked for inside the transaction: nobody turns the key until it has ended.
        byte[] key = keys.Present();
        var added = new Dictionary<Guid, List<Response>>();
        foreach (KeyedWrite write in batch)
        {
            if (write is SubmitWrite submit) Submit(submit, added, key);
            else if (write is DraftWrite kept)
                write.Accepted = 1 == Run(draft,
                    write.DraftId, SqliteResponseStore.Key(write.WaveId), SqliteResponseStore.Day(kept.Today), kept.Sealed, write.Digest);
        }
        var committed = new List<CommittedResponses>();
        foreach (var (wave, responses) in added)
            committed.Add(new(wave, writer, AddCount(wave, writer, responses.Count) - responses.Count, responses));
        End();
        return committed;
    }

    private void Submit(SubmitWrite submit, Dictionary<Guid, List<Response>> added, byte[] key)
    {
        string wave = SqliteResponseStore.Key(submit.WaveId);
        submit.Accepted = Run(submission, wave, submit.Digest) == 1;
        Run(forget, submit.DraftId, wave);
        if (!submit.Accepted) return;
        Run(arrival, wave, SqliteResponseStore.Key(Guid.NewGuid()), AnswerSeal.Close(key, submit.Content));
        if (!added.TryGetValue(submit.WaveId, out List<Response>? list)) added[submit.WaveId] = list = [];
        list.Add(submit.Response);
    }

    public void Insert(Response r) => Run(response,
        SqliteResponseStore.Key(r.WaveId), SqliteResponseStore.Key(r.Id), SqliteResponseStore.Day(r.ReceivedOn),
        r.Channel, r.Language, r.Weight, r.Stratum, r.Cluster, r.Population is { } population ? population : DBNull.Value,
        r.AnswersJson, r.ImportId is { } import ? SqliteResponseStore.Key(import) : DBNull.Value);

    /// <summary>Returns what this writer has now added to the wave altogether.</summary>
    public long AddCount(Guid waveId, string writer, long n)
    {
        Set(count, SqliteResponseStore.Key(waveId), writer, n);
        return (long)count.ExecuteScalar()!;
    }

    /// <summary>Writes in the transaction of somebody else, who ends it and owns its connection.</summary>
    public static SqliteResponseWriter Within(SqliteTransaction given) => new(given);

    public void Begin()
    {
        transaction = connection.BeginTransaction();
        foreach (SqliteCommand command in Commands) command.Transaction = transaction;
    }

    public void End()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    private SqliteCommand[] Commands => [submission, arrival, response, draft, forget, count];

    // The texts are constants of this class.
#pragma warning disable CA2100
    private SqliteCommand Prepare(string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }
#pragma warning restore CA2100

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        Set(command, values);
        return command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
    }

    public void Dispose()
    {
        transaction?.Dispose();
        foreach (SqliteCommand command in Commands) command.Dispose();
        if (!borrowed) connection.Dispose();
    }
}
