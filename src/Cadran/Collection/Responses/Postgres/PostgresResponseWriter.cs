using Npgsql;
using NpgsqlTypes;

namespace Cadran.Collection;

/// <summary>
/// The statements that add responses to PostgreSQL, each a whole batch at once. They run inside their caller's transaction.
/// </summary>
internal static class PostgresResponseWriter
{
    public static void Submit(NpgsqlConnection connection, SubmitWrite[] submits)
    {
        Guid[] waves = [.. submits.Select(s => s.WaveId)];
        string[] digests = [.. submits.Select(s => s.Digest)];
        var isNew = new HashSet<(Guid, string)>();
        using (var insert = new NpgsqlCommand("""
            insert into "Submissions" ("WaveId", "Digest") select * from unnest($1::uuid[], $2::text[])
            on conflict do nothing returning "WaveId", "Digest"
            """, connection) { Parameters = { new() { Value = waves }, new() { Value = digests } } })
        using (NpgsqlDataReader reader = insert.ExecuteReader())
            while (reader.Read()) isNew.Add((reader.GetGuid(0), reader.GetString(1)));
        foreach (SubmitWrite submit in submits) submit.Accepted = isNew.Contains((submit.WaveId, submit.Digest));
        string[] drafts = [.. submits.Select(s => s.DraftId)];
        const string sent = """delete from "Drafts" where ("WaveId", "Digest") in (select * from unnest($1::uuid[], $2::text[]))""";
        using (var forget = new NpgsqlCommand(sent, connection) { Parameters = { new() { Value = waves }, new() { Value = drafts } } })
            forget.ExecuteNonQuery();
        (Guid Id, SubmitWrite Write)[] accepted = [.. submits.Where(s => s.Accepted).Select(s => (Guid.NewGuid(), s))];
        if (accepted.Length == 0) return;
        Array.Sort(accepted, (a, b) => a.Id.CompareTo(b.Id));
        using var add = new NpgsqlCommand("""
            insert into "Arrivals" ("WaveId", "Id", "Content") select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])
            """, connection);
        foreach (object column in new object[]
        {
            accepted.Select(a => a.Write.WaveId).ToArray(), accepted.Select(a => a.Id).ToArray(),
            accepted.Select(a => a.Write.Content).ToArray(),
        }) add.Parameters.Add(new() { Value = column });
        add.ExecuteNonQuery();
    }

    /// <summary>Adds them in the order of their random ids: the table does not tell who came first.</summary>
    public static void Insert(NpgsqlConnection connection, Response[] accepted)
    {
        Array.Sort(accepted, (a, b) => a.Id.CompareTo(b.Id));
        using var add = new NpgsqlCommand("""
            insert into "Responses"
              ("WaveId", "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population", "AnswersJson")
            select w, i, d, c, l, g, s, k, p, a::jsonb
              from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::text[],
                $6::float8[], $7::text[], $8::text[], $9::float8[], $10::text[])
              as t(w, i, d, c, l, g, s, k, p, a)
            """, connection);
        foreach (object column in new object[]
        {
            accepted.Select(r => r.WaveId).ToArray(), accepted.Select(r => r.Id).ToArray(), accepted.Select(r => r.ReceivedOn).ToArray(),
            accepted.Select(r => r.Channel).ToArray(), accepted.Select(r => r.Language).ToArray(), accepted.Select(r => r.Weight).ToArray(),
            accepted.Select(r => r.Stratum).ToArray(), accepted.Select(r => r.Cluster).ToArray(),
            accepted.Select(r => r.Population).ToArray(), accepted.Select(r => r.AnswersJson).ToArray(),
        }) add.Parameters.Add(new() { Value = column });
        add.ExecuteNonQuery();
    }

    public static HashSet<string> Keep(NpgsqlConnection connection, DraftWrite[] drafts)
    {
        using var keep = new NpgsqlCommand("""
            insert into "Drafts" ("Digest", "WaveId", "ChangedOn", "AnswersJson")
            select t.d, t.w, t.c, t.a from unnest($1::text[], $2::uuid[], $3::date[], $4::text[], $5::text[]) as t(d, w, c, a, s)
            where not exists (select 1 from "Submissions" s where s."WaveId" = t.w and s."Digest" = t.s)
            on conflict ("Digest") do update set "ChangedOn" = excluded."ChangedOn", "AnswersJson" = excluded."AnswersJson"
              where "Drafts"."WaveId" = excluded."WaveId"
            returning "Digest"
            """, connection);
        foreach (object column in new object[]
        {
            drafts.Select(d => d.DraftId).ToArray(), drafts.Select(d => d.WaveId).ToArray(),
            drafts.Select(d => d.Today).ToArray(), drafts.Select(d => d.Sealed).ToArray(), drafts.Select(d => d.Digest).ToArray(),
        }) keep.Parameters.Add(new() { Value = column });
        var kept = new HashSet<string>(StringComparer.Ordinal);
        using NpgsqlDataReader reader = keep.ExecuteReader();
        while (reader.Read()) kept.Add(reader.GetString(0));
        return kept;
    }

    public static long AddCount(NpgsqlConnection connection, Guid waveId, string writer, long n)
    {
        using var count = new NpgsqlCommand("""
            insert into "ResponseCounts" as c ("WaveId", "Writer", "Count") values ($1, $2, $3)
            on conflict ("WaveId", "Writer") do update set "Count" = c."Count" + excluded."Count" returning "Count"
            """, connection) { Parameters = { new() { Value = waveId }, new() { Value = writer }, new() { Value = n } } };
        return (long)count.ExecuteScalar()!;
    }

    public static void Copy(NpgsqlConnection connection, Response[] responses)
    {
        using NpgsqlBinaryImporter copy = connection.BeginBinaryImport("""
            copy "Responses" ("WaveId", "Id", "ReceivedOn", "Channel", "Language", "Weight", "Stratum", "Cluster", "Population",
                "AnswersJson", "ImportId") from stdin (format binary)
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
}
