using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>
/// Moves arrivals of the SQLite file among the responses. In the file as in its log the new rows stand among others of their wave that
/// were written in the same moment, in the order of random ids; what closed the arrivals is thrown away afterwards.
/// </summary>
internal sealed class SqliteShuffle(SqliteConnection connection, ArrivalKeys keys)
{
    // Rows looked at for one companion: in a wave that came from a file nearly all are of that file.
    private const int Looked = 50;

    public void Run()
    {
        // After one that had not ended some arrivals were closed with the present key: it is thrown away too.
        if (!Move()) Renew();
    }

    // False when a shuffle before this one had not ended.
    private bool Move()
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        List<SqliteArrival> arrivals = SqliteArrival.Read(connection);
        if (arrivals.Count == 0) return true;
        byte[][] known = keys.Read();
        var opened = arrivals.Select(a => (Row: a, Responses: a.Open(known)!)).Where(a => a.Responses is not null).ToList();
        bool turned = keys.Turn();
        using (SqliteResponseWriter writer = SqliteResponseWriter.Within(transaction))
            foreach (var wave in opened.GroupBy(a => a.Row.WaveId))
                Put(transaction, writer, wave.Key, [.. wave.SelectMany(a => a.Responses)]);
        // What nobody can open is left where it is, for a person to look into.
        using SqliteCommand remove = Command(transaction, """delete from "Arrivals" where "WaveId" = $wave and "Id" = $id""");
        SqliteParameter waveId = remove.Parameters.Add("$wave", SqliteType.Text), id = remove.Parameters.Add("$id", SqliteType.Text);
        foreach (var (row, _) in opened)
        {
            (waveId.Value, id.Value) = (SqliteResponseStore.Key(row.WaveId), row.Id);
            remove.ExecuteNonQuery();
        }
        transaction.Commit();
        keys.Forget();
        return turned;
    }

    private void Renew()
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (SqliteArrival.Read(connection).Count == 0 && keys.Turn()) keys.Forget();
    }

    private void Put(SqliteTransaction transaction, SqliteResponseWriter writer, Guid waveId, List<Response> arrived)
    {
        int wanted = ResponseStore.Company - arrived.Count;
        List<Response> company = wanted > 0 ? TakeOut(transaction, waveId, wanted) : [];
        foreach (Response response in arrived.Concat(company).OrderBy(r => r.Id)) writer.Insert(response);
    }

    // By chance: the rows that follow random ids.
    private List<Response> TakeOut(SqliteTransaction transaction, Guid waveId, int wanted)
    {
        using SqliteCommand find = Command(transaction, $"""
            select "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson" from
              (select * from "Responses" where "WaveId" = $wave and "Id" >= $from order by "Id" limit {Looked})
            where "ImportId" is null limit 1
            """);
        using SqliteCommand remove = Command(transaction, """delete from "Responses" where "WaveId" = $wave and "Id" = $id""");
        string wave = SqliteResponseStore.Key(waveId);
        find.Parameters.AddWithValue("$wave", wave);
        SqliteParameter from = find.Parameters.Add("$from", SqliteType.Text);
        remove.Parameters.AddWithValue("$wave", wave);
        SqliteParameter id = remove.Parameters.Add("$id", SqliteType.Text);
        var taken = new List<Response>();
        // One after the other from the beginning where the wave is small: all of them.
        bool all = IsSmall(transaction, wave, wanted);
        for (int i = 0; i < wanted; i++)
        {
            from.Value = all ? "" : SqliteResponseStore.Key(Guid.NewGuid());
            if (Read(find, waveId) is not { } found) { if (all) break; continue; }
            id.Value = SqliteResponseStore.Key(found.Id);
            remove.ExecuteNonQuery();
            taken.Add(found);
        }
        return taken;
    }

    private bool IsSmall(SqliteTransaction transaction, string wave, int wanted)
    {
        using SqliteCommand count = Command(transaction, """
            select count(*) from (select 1 from "Responses" where "WaveId" = $wave limit $limit)
            """);
        count.Parameters.AddWithValue("$wave", wave);
        count.Parameters.AddWithValue("$limit", wanted + 1);
        return (long)count.ExecuteScalar()! <= wanted;
    }

    private static Response? Read(SqliteCommand find, Guid waveId)
    {
        using SqliteDataReader row = find.ExecuteReader();
        if (!row.Read()) return null;
        return new Response
        {
            WaveId = waveId,
            Id = Guid.Parse(row.GetString(0)),
            ReceivedOn = DateOnly.Parse(row.GetString(1), System.Globalization.CultureInfo.InvariantCulture),
            Channel = row.GetString(2),
            Language = row.GetString(3),
            Weight = row.GetDouble(4),
            Stratum = row.GetString(5),
            Cluster = row.GetString(6),
            Population = row.IsDBNull(7) ? null : row.GetDouble(7),
            AnswersJson = row.GetString(8),
        };
    }

    // The texts are constants of this class.
#pragma warning disable CA2100
    private SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }
#pragma warning restore CA2100
}
