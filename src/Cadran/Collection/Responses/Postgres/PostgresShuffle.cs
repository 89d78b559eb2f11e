using Npgsql;

namespace Cadran.Collection;

/// <summary>
/// Moves arrivals in PostgreSQL among the responses: in another transaction than the one that wrote their digests, together with other
/// rows of their wave that are written anew. Neither the number of a transaction nor the place of a row tells the new ones.
/// </summary>
internal static class PostgresShuffle
{
    // Rows looked at for one companion: in a wave that came from a file nearly all are of that file.
    private const int Looked = 50;

    /// <summary>False when nothing had arrived. Runs inside its caller's transaction.</summary>
    public static bool Run(NpgsqlConnection connection)
    {
        List<Response> arrived = [];
        using (var take = new NpgsqlCommand("""delete from "Arrivals" returning "WaveId", "Content" """, connection))
        using (NpgsqlDataReader reader = take.ExecuteReader())
            while (reader.Read()) arrived.Add(Arrival.Read(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        foreach (var wave in arrived.GroupBy(r => r.WaveId))
        {
            int wanted = ResponseStore.Company - wave.Count();
            PostgresResponseWriter.Insert(connection, [.. wave, .. wanted > 0 ? TakeOut(connection, wave.Key, wanted) : []]);
        }
        return arrived.Count > 0;
    }

    /// <summary>What has arrived of a wave and is not among its responses yet.</summary>
    public static List<Response> Arrived(NpgsqlConnection connection, Guid waveId)
    {
        using var find = new NpgsqlCommand("""select "Content" from "Arrivals" where "WaveId" = $1""", connection)
        { Parameters = { new() { Value = waveId } } };
        using NpgsqlDataReader reader = find.ExecuteReader();
        List<Response> arrived = [];
        while (reader.Read()) arrived.Add(Arrival.Read(waveId, reader.GetFieldValue<byte[]>(0)));
        return arrived;
    }

    // By chance: the rows that follow random ids; all of a small wave.
    private static List<Response> TakeOut(NpgsqlConnection connection, Guid waveId, int wanted)
    {
        using var take = new NpgsqlCommand($"""
            with found as (
              (select "Id" from "Responses" where "WaveId" = $1 and "ImportId" is null
                 and (select count(*) from (select 1 from "Responses" where "WaveId" = $1 limit $3 + 1) c) <= $3)
              union
              select r."Id" from unnest($2::uuid[]) as p(start), lateral (
                select s."Id" from (select "Id", "ImportId" from "Responses" where "WaveId" = $1 and "Id" >= p.start
                  order by "Id" limit {Looked}) s where s."ImportId" is null limit 1) r)
            delete from "Responses" where "WaveId" = $1 and "Id" in (select "Id" from found)
            returning "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson"::text
            """, connection);
        Guid[] starts = [.. Enumerable.Range(0, wanted).Select(_ => Guid.NewGuid())];
        foreach (object value in new object[] { waveId, starts, wanted }) take.Parameters.Add(new() { Value = value });
        using NpgsqlDataReader row = take.ExecuteReader();
        List<Response> taken = [];
        while (row.Read())
            taken.Add(new Response
            {
                WaveId = waveId,
                Id = row.GetGuid(0),
                ReceivedOn = row.GetFieldValue<DateOnly>(1),
                Channel = row.GetString(2),
                Language = row.GetString(3),
                Weight = row.GetDouble(4),
                Stratum = row.GetString(5),
                Cluster = row.GetString(6),
                Population = row.IsDBNull(7) ? null : row.GetDouble(7),
                AnswersJson = row.GetString(8),
            });
        return taken;
    }
}
