using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Storage;

/// <summary>SQLite: one file, write-ahead log, every commit on disk before it is acknowledged.</summary>
public sealed class SqliteCadranDb(DbContextOptions<SqliteCadranDb> options, TimeProvider time) : CadranDb(options, time)
{
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    // A SQLite write transaction (BEGIN IMMEDIATE) is already alone.
    protected override Task LockAuditChainAsync(CancellationToken ct) => Task.CompletedTask;
}
