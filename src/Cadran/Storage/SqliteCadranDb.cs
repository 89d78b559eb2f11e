using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Storage;

/// <summary>SQLite: one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public sealed class SqliteCadranDb(DbContextOptions<SqliteCadranDb> options, TimeProvider time) : CadranDb(options, time)
{
    private const int Unique = 2067, PrimaryKey = 1555; // extended result codes of SQLite

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    // A SQLite write transaction (BEGIN IMMEDIATE) is already alone.
    protected override Task LockAuditChainAsync(CancellationToken ct) => Task.CompletedTask;

    // The message ends with the columns: UNIQUE constraint failed: Waves.ServiceId, Waves.Name
    internal override UniqueViolation? Violation(Exception? cause)
    {
        if (cause is not SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey } broken) return null;
        string list = broken.Message[(broken.Message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.', '\'');
        string[][] columns = [.. list.Split(", ").Select(column => column.Split('.', 2))];
        return columns.All(c => c.Length == 2) ? new UniqueViolation(columns[0][0], null, [.. columns.Select(c => c[1])]) : null;
    }
}
