using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>One connection that looks up drafts. Used by one caller at a time.</summary>
internal sealed class SqliteDraftReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement find = new(connection, """
        select (select "AnswersJson" from "Drafts" where "Digest" = ?1 and "WaveId" = ?2),
               exists (select 1 from "Submissions" where "WaveId" = ?2 and "Digest" = ?3)
        """);

    public DraftState Find(Guid waveId, SubmissionKey key)
    {
        find.Bind(key.DraftId()).Bind(waveId).Bind(key.Digest()).Step();
        string? stored = find.IsNull(0) ? null : find.Text(0);
        bool sent = find.Long(1) != 0;
        // Ends its look at the database.
        find.Reset();
        return DraftState.Open(stored, sent, key);
    }

    public void Dispose()
    {
        find.Dispose();
        connection.Dispose();
    }
}
