using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cadran.Tests.Storage;

/// <summary>The numbered scripts and the EF model describe the same database (drift), on the provider of this run.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Scripts_MatchTheModel()
    {
        List<string> fromScripts = await Describe(async db => await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
        List<string> fromModel = await Describe(db => db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync());
        Assert.NotEmpty(fromModel);
        // A model knows no triggers.
        fromScripts.RemoveAll(line => line.StartsWith("trigger ", StringComparison.Ordinal));
        Assert.True(fromScripts.SequenceEqual(fromModel),
            $"Write a new numbered script.\nOnly in the model:\n  {string.Join("\n  ", fromModel.Except(fromScripts))}\n"
            + $"Only in the scripts:\n  {string.Join("\n  ", fromScripts.Except(fromModel))}");
    }

    [Fact]
    public async Task Apply_Twice_RunsNothingTheSecondTime() =>
        await Describe(async db =>
        {
            Assert.True(await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None) > 0);
            Assert.Equal(0, await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
        });

    [Fact]
    public async Task Apply_ScriptChangedAfterItRan_IsRefused() =>
        await Describe(async db =>
        {
            await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("update \"SchemaVersions\" set \"Hash\" = 'edited' where \"Number\" = 1");
            var refused =
                await Assert.ThrowsAsync<SchemaException>(() => Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
            Assert.Contains("0001_people", refused.Message);
        });

    [Fact]
    public async Task Apply_ToADatabaseOfANewerProgram_IsRefused_AndChangesNothing() =>
        await Describe(async db =>
        {
            await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("delete from \"SchemaVersions\" where \"Number\" = 6");
            await db.Database.ExecuteSqlRawAsync("""
                insert into "SchemaVersions" ("Number", "Name", "Hash", "AppliedAt") values (9001, '9001_later', 'later', 'later')
                """);
            var refused =
                await Assert.ThrowsAsync<SchemaException>(() => Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
            Assert.Contains("9001_later", refused.Message);
            Assert.Contains("restore a backup made before the upgrade", refused.Message);
            Assert.DoesNotContain(6,
                await db.Database.SqlQueryRaw<int>("select \"Number\" as \"Value\" from \"SchemaVersions\"").ToListAsync());
        });

    private static async Task<List<string>> Describe(Func<CadranDb, Task> create)
    {
        await using TestDatabase made = await TestDatabase.CreateAsync();
        await create(made.Db);
        return await DatabaseCatalogue.ReadAsync(made.Db);
    }
}
