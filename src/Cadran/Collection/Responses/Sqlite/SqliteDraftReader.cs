using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>One connection that looks up drafts. Used by one caller at a time.</summary>
internal sealed class SqliteDraftReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;

    public SqliteDraftReader(SqliteConnection connection)
    {
        this.connection = connection;
        command = connection.CreateCommand();
        command.CommandText = """
            select (select "AnswersJson" from "Drafts" where "Digest" = $draft and "WaveId" = $wave),
                   exists (select 1 from "Submissions" where "WaveId" = $wave and "Digest" = $digest)
            """;
        command.Parameters.Add(new SqliteParameter { ParameterName = "$digest" });
        command.Parameters.Add(new SqliteParameter { ParameterName = "$draft" });
        command.Parameters.Add(new SqliteParameter { ParameterName = "$wave" });
    }

    public DraftState Find(Guid waveId, SubmissionKey key)
    {
        command.Parameters[0].Value = key.Digest();
        command.Parameters[1].Value = key.DraftId();
        command.Parameters[2].Value = SqliteResponseStore.Key(waveId);
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return DraftState.Open(reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetBoolean(1), key);
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }
}
