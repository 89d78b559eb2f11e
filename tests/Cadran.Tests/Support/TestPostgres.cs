using Npgsql;

namespace Cadran.Tests.Support;

/// <summary>A database of its own for a test run on the PostgreSQL server named by CADRAN_TEST_POSTGRES.</summary>
public static class TestPostgres
{
    public static string? Server => Environment.GetEnvironmentVariable("CADRAN_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    /// <summary>Connection string of a new empty database; null when the run is on SQLite.</summary>
    public static async Task<string?> CreateDatabaseAsync()
    {
        if (Server is null) return null;
        string name = "cadran_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"create database {name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString();
    }

    public static async Task DropDatabaseAsync(string? connection)
    {
        if (connection is not null)
            await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the name is a random number of ours
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
