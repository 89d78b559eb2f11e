using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Storage;

/// <summary>An empty database of the provider of this run, without a program around it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly SqliteConnection memory = new("Data Source=:memory:");
    private string? postgres;

    public CadranDb Db { get; private set; } = null!;

    public static async Task<TestDatabase> CreateAsync()
    {
        var made = new TestDatabase { postgres = await TestPostgres.CreateDatabaseAsync() };
        await made.memory.OpenAsync();
        made.Db = made.Open();
        return made;
    }

    /// <summary>Another context on the same database.</summary>
    public CadranDb Open() => postgres is null
        ? new SqliteCadranDb(new DbContextOptionsBuilder<SqliteCadranDb>().UseSqlite(memory).Options, TimeProvider.System)
        : new PostgresCadranDb(new DbContextOptionsBuilder<PostgresCadranDb>().UseNpgsql(postgres).Options, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await memory.DisposeAsync();
        await TestPostgres.DropDatabaseAsync(postgres);
    }
}
