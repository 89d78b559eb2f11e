using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadran.Collection;

/// <summary>
/// Reads the rows of a wave through SQLite's own interface: bytes go from its page to the block, without a text object for each.
/// </summary>
internal static class SqliteResponseScan
{
    /// <summary>
    /// Of responses: sent by somebody, or of a file that was imported to its end and not taken back. What is being imported is there before
    /// it counts, and what was taken back a little longer.
    /// </summary>
    public const string Counts = """
        ("ImportId" is null or "ImportId" in
          (select "Id" from "ResponseImports" where "CommittedAtUtc" is not null and "UndoneAtUtc" is null))
        """;

    public static IEnumerable<ResponseBlock> Blocks(SqliteConnection connection, Guid waveId, long total, long own)
    {
        sqlite3_stmt statement = Prepare(connection, $"""
            select "ReceivedOn", "Channel", "Language", "Stratum", "Cluster", "AnswersJson", "Weight", "Population", "Id"
              from "Responses" where "WaveId" = ? and {Counts}
            """);
        try
        {
            raw.sqlite3_bind_text(statement, 1, SqliteResponseStore.Key(waveId));
            var block = new ResponseBlock { TotalCount = total, OwnCount = own };
            while (Step(connection, statement))
            {
                for (int field = 0; field < 6; field++) block.Add(raw.sqlite3_column_blob(statement, field));
                bool unknown = raw.sqlite3_column_type(statement, 7) == raw.SQLITE_NULL;
                block.EndRow(raw.sqlite3_column_double(statement, 6), unknown ? null : raw.sqlite3_column_double(statement, 7),
                    Place(raw.sqlite3_column_blob(statement, 8)));
                if (!block.IsFull) continue;
                yield return block;
                block = new ResponseBlock { TotalCount = total, OwnCount = own };
            }
            yield return block;
        }
        finally { statement.Dispose(); }
    }

    private static uint Place(ReadOnlySpan<byte> id) => uint.Parse(id[..8], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        int outcome = raw.sqlite3_prepare_v2(connection.Handle, sql, out sqlite3_stmt statement);
        SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        return statement;
    }

    private static bool Step(SqliteConnection connection, sqlite3_stmt statement)
    {
        int outcome = raw.sqlite3_step(statement);
        if (outcome != raw.SQLITE_ROW && outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
        return outcome == raw.SQLITE_ROW;
    }
}
