using System.Net.Sockets;
using Cadran.Web.Platform;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cadran.Web.Commands;

/// <summary>What the operator can put right, in a sentence: a folder, an address or a database that cannot be used.</summary>
internal static class OperatorMessage
{
    private const string Folder = "Choose a folder that this account may write with Cadran__DataFolder.";
    private const string Server = "Check Cadran__Postgres, and that the server runs.";

    /// <summary>Null for what is a fault of the program.</summary>
    public static string? Of(Exception problem) => problem switch
    {
        SettingException setting => setting.Message,
        SqliteException { SqliteErrorCode: 26 } =>
            "The database file is no SQLite file, or it is damaged. Restore a backup: cadran restore FILE --replace",
        SqliteException { SqliteErrorCode: 8 or 10 or 14 } closed =>
            $"The database file cannot be opened or written ({closed.Message}) {Folder}",
        UnauthorizedAccessException closed => $"{closed.Message} {Folder}",
        DirectoryNotFoundException or PathTooLongException => $"{problem.Message} {Folder}",
        PostgresException { SqlState: "28P01" or "28000" or "3D000" } refused => $"PostgreSQL refused: {refused.MessageText}. {Server}",
        NpgsqlException { InnerException: SocketException or TimeoutException } gone =>
            $"PostgreSQL cannot be reached: {gone.Message}. {Server}",
        IOException { InnerException: SocketException taken } => $"{problem.Message} {taken.Message}.",
        IOException when problem.Message.Contains("bind", StringComparison.OrdinalIgnoreCase) => problem.Message,
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } socket =>
            $"The address cannot be listened on: {socket.Message}. Choose another: cadran serve --urls http://127.0.0.1:5081",
        _ when problem.InnerException is { } inner && problem is InvalidOperationException or AggregateException =>
            Of(problem.InnerException!),
        _ => null,
    };
}
