using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>
/// What a backup holds of people's answers: every response acknowledged before it began, arrivals among the others, and neither drafts
/// nor the digests of keys. Somebody who sends again after such a backup was put back counts a second time; nothing in it tells who.
/// </summary>
public static class SqliteAnswersInBackup
{
    /// <summary>Reads the arrivals in the look that is copied, and returns what has to be done to the copy.</summary>
    public static Action<SqliteConnection> Read(SqliteConnection from, string databaseFile)
    {
        // A database that an older program made has none; the next start brings it to the present schema.
        using SqliteCommand table = from.CreateCommand();
        table.CommandText = "select count(*) from sqlite_master where name = 'Arrivals'";
        bool known = table.ExecuteScalar() is 1L;
        List<Response> arrived = [];
        if (known)
        {
            var keys = new ArrivalKeys(databaseFile);
            byte[][] before = keys.Read();
            List<SqliteArrival> arrivals = SqliteArrival.Read(from);
            byte[][] all = [.. before, .. keys.Read()];
            arrived = [.. arrivals.SelectMany(a => a.Open(all) ?? [])];
        }
        return to =>
        {
            using SqliteTransaction transaction = to.BeginTransaction();
            if (known)
                using (SqliteResponseWriter writer = SqliteResponseWriter.Within(transaction))
                    foreach (Response response in arrived.OrderBy(r => r.Id)) writer.Insert(response);
            using SqliteCommand forget = to.CreateCommand();
            forget.Transaction = transaction;
            forget.CommandText = """delete from "Drafts"; delete from "Submissions";""" + (known ? """ delete from "Arrivals" """ : "");
            forget.ExecuteNonQuery();
            transaction.Commit();
        };
    }
}
