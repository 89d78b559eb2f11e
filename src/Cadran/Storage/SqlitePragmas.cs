using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cadran.Storage;

/// <summary>
/// An acknowledged answer is on disk: write-ahead log with a full sync at every commit, on every connection. What is deleted is
/// overwritten.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Sql = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; "
        + "pragma foreign_keys=on; pragma busy_timeout=30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
