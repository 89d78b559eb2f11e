using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>One connection with the statements that add responses, prepared once. Used by one thread.</summary>
internal sealed class SqliteResponseWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement submission, arrival, response, remove, draft, forget, count;
    private readonly bool borrowed;
    private SqliteTransaction? transaction;

    public SqliteResponseWriter(SqliteConnection connection, bool borrowed = false)
    {
        (this.connection, this.borrowed) = (connection, borrowed);
        submission = new(connection, """insert into "Submissions" ("WaveId", "Digest") values (?, ?) on conflict do nothing""");
        arrival = new(connection, """insert into "Arrivals" ("WaveId", "Id", "Content") values (?, ?, ?)""");
        response = new(connection, """
            insert into "Responses"
              ("WaveId", "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson", "ImportId")
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
        remove = new(connection, """delete from "Responses" where "WaveId" = ? and "Id" = ?""");
        draft = new(connection, """
            insert into "Drafts" ("Digest", "WaveId", "ChangedOn", "AnswersJson")
            select ?1, ?2, ?3, ?4 where not exists (select 1 from "Submissions" where "WaveId" = ?2 and "Digest" = ?5)
            on conflict ("Digest") do update set "ChangedOn" = excluded."ChangedOn", "AnswersJson" = excluded."AnswersJson"
              where "WaveId" = excluded."WaveId"
            """);
        forget = new(connection, """delete from "Drafts" where "Digest" = ? and "WaveId" = ?""");
        count = new(connection, """
            insert into "ResponseCounts" ("WaveId", "Writer", "Count") values (?, ?, ?)
            on conflict ("WaveId", "Writer") do update set "Count" = "Count" + excluded."Count" returning "Count"
            """);
    }

    public IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<KeyedWrite> batch, string writer, ArrivalKeys keys)
    {
        Begin();
        // Asked for inside the transaction: nobody turns the key until it has ended.
        byte[] key = keys.Present();
        var added = new Dictionary<Guid, List<SubmitWrite>>();
        foreach (KeyedWrite write in batch)
        {
            if (write is SubmitWrite submit) Submit(submit, added);
            else if (write is DraftWrite kept)
                write.Accepted = 1 == draft.Bind(write.DraftId).Bind(write.WaveId).Bind(kept.Today).Bind(kept.Sealed).Bind(write.Digest)
                    .Run();
        }
        var committed = new List<CommittedResponses>();
        foreach (var (wave, submits) in added)
        {
            // One row for all that came together, in the order of their random ids.
            submits.Sort((a, b) => a.Response.Id.CompareTo(b.Response.Id));
            arrival.Bind(wave).Bind(Guid.NewGuid()).Bind(AnswerSeal.Close(key, Arrival.Together(submits))).Run();
            committed.Add(new(wave, writer, AddCount(wave, writer, submits.Count) - submits.Count, [.. submits.Select(s => s.Response)]));
        }
        End();
        return committed;
    }

    private void Submit(SubmitWrite submit, Dictionary<Guid, List<SubmitWrite>> added)
    {
        submit.Accepted = submission.Bind(submit.WaveId).Bind(submit.Digest).Run() == 1;
        forget.Bind(submit.DraftId).Bind(submit.WaveId).Run();
        if (!submit.Accepted) return;
        if (!added.TryGetValue(submit.WaveId, out List<SubmitWrite>? list)) added[submit.WaveId] = list = [];
        list.Add(submit);
    }

    public void Insert(Response r) => response.Bind(r.WaveId).Bind(r.Id).Bind(r.ReceivedOn).Bind(r.Channel).Bind(r.Language).Bind(r.Weight)
        .Bind(r.Stratum).Bind(r.Cluster).Bind(r.Population).Bind(r.AnswersJson).Bind(r.ImportId).Run();

    public void Delete(Guid waveId, Guid id) => remove.Bind(waveId).Bind(id).Run();

    /// <summary>Returns what this writer has now added to the wave altogether.</summary>
    public long AddCount(Guid waveId, string writer, long n)
    {
        count.Bind(waveId).Bind(writer).Bind(n).Step();
        long all = count.Long(0);
        count.Step();
        count.Reset();
        return all;
    }

    /// <summary>Writes in the transaction of somebody else, who ends it and owns its connection.</summary>
    public static SqliteResponseWriter Within(SqliteTransaction given) => new(given.Connection!, borrowed: true);

    private void Begin() => transaction = connection.BeginTransaction();

    private void End()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    public void Dispose()
    {
        transaction?.Dispose();
        foreach (SqliteStatement statement in new[] { submission, arrival, response, remove, draft, forget, count }) statement.Dispose();
        if (!borrowed) connection.Dispose();
    }
}
