using System.Data.Common;
using System.IO.Compression;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Storage;

/// <summary>A database of every release so far comes to the present schema with all it holds.</summary>
public sealed class ReleasedSchemaTests
{
    public static TheoryData<string> Releases =>
        [.. Directory.GetDirectories(ReleasedDatabase.Folder).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Database_OfARelease_ComesToThePresentSchema_WithAllItHolds(string release)
    {
        await using TestDatabase fresh = await TestDatabase.CreateAsync();
        await Schema.ApplyAsync(fresh.Db, TimeProvider.System, CancellationToken.None);

        await using TestDatabase old = await TestDatabase.CreateAsync();
        await LoadAsync(old.Db, Path.Combine(ReleasedDatabase.Folder, release, ReleasedDatabase.File));
        Dictionary<string, long> before = await DatabaseCatalogue.RowsAsync(old.Db);
        await Schema.ApplyAsync(old.Db, TimeProvider.System, CancellationToken.None);

        Assert.Equal(await DatabaseCatalogue.ReadAsync(fresh.Db), await DatabaseCatalogue.ReadAsync(old.Db));
        Dictionary<string, long> after = await DatabaseCatalogue.RowsAsync(old.Db);
        Assert.All(before, table => Assert.Equal((table.Key, table.Value), (table.Key, after[table.Key])));
        Assert.True(before["Responses"] > 0 && before["Decisions"] > 0 && before["AuditEvents"] > 0);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Database_OfARelease_IsReadByThisProgram(string release)
    {
        await using TestDatabase old = await TestDatabase.CreateAsync();
        await LoadAsync(old.Db, Path.Combine(ReleasedDatabase.Folder, release, ReleasedDatabase.File));
        await Schema.ApplyAsync(old.Db, TimeProvider.System, CancellationToken.None);

        Assert.Null((await AuditChain.VerifyAsync(old.Db, CancellationToken.None)).BrokenAt);
        foreach (var mapped in old.Db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.ClrType != typeof(Dictionary<string, object>)))
            await ((Task)typeof(ReleasedSchemaTests)
                .GetMethod(nameof(ReadAllAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(mapped.ClrType).Invoke(null, [old.Db])!);
    }

    private static async Task ReadAllAsync<T>(CadranDb db) where T : class => await db.Set<T>().AsNoTracking().ToListAsync();

    private static async Task LoadAsync(CadranDb db, string file)
    {
        await using var stored = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        if (db is SqliteCadranDb)
        {
            string copy = Path.Combine(Path.GetTempPath(), $"cadran-release-{Guid.NewGuid():N}.db");
            await using (FileStream to = File.Create(copy)) await stored.CopyToAsync(to);
            using (var from = new SqliteConnection($"Data Source={copy};Pooling=False;Mode=ReadOnly"))
            {
                from.Open();
                from.BackupDatabase((SqliteConnection)db.Database.GetDbConnection());
            }
            File.Delete(copy);
            return;
        }
        using var text = new StreamReader(stored);
        await db.Database.OpenConnectionAsync();
        await using (DbCommand command = db.Database.GetDbConnection().CreateCommand())
        {
#pragma warning disable CA2100 // The text is a dump of ours.
            command.CommandText = await text.ReadToEndAsync();
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        // The dump empties the search path of its session.
        await db.Database.ExecuteSqlRawAsync("set search_path to public");
        await db.Database.CloseConnectionAsync();
    }
}
