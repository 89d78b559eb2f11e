using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cadran.Tests.Storage;

/// <summary>The numbered scripts and the EF model describe the same database (drift), on the provider of this run.</summary>
public sealed class SchemaTests
{
    private const string SqliteCatalogue = """
        select m.type || ' ' || m.tbl_name || ' ' || coalesce(p.name || ' ' || p.type || ' notnull=' || p."notnull" || ' pk=' || p.pk, m.name || ' ' || coalesce(replace(m.sql, char(10), ' '), 'auto')) as "Value"
        from sqlite_master m left join pragma_table_info(m.name) p on m.type = 'table'
        where m.tbl_name not like 'sqlite_%' and m.name not like 'sqlite_autoindex_%' and m.tbl_name <> 'SchemaVersions' order by 1
        """;

    private const string PostgresCatalogue = """
        select 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' ' || is_nullable as "Value"
        from information_schema.columns where table_schema = 'public' and table_name <> 'SchemaVersions'
        union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'SchemaVersions'
        union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> '"SchemaVersions"'
        order by 1
        """;

    [Fact]
    public async Task Scripts_MatchTheModel()
    {
        List<string> fromScripts = await Describe(async db => await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
        List<string> fromModel = await Describe(db => db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync());
        Assert.NotEmpty(fromModel);
        Assert.True(fromScripts.SequenceEqual(fromModel),
            $"Write a new numbered script.\nOnly in the model:\n  {string.Join("\n  ", fromModel.Except(fromScripts))}\nOnly in the scripts:\n  {string.Join("\n  ", fromScripts.Except(fromModel))}");
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
            var refused = await Assert.ThrowsAsync<SchemaException>(() => Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None));
            Assert.Contains("0001_people", refused.Message);
        });

    private static async Task<List<string>> Describe(Func<CadranDb, Task> create)
    {
        string? postgres = await TestPostgres.CreateDatabaseAsync();
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        try
        {
            await using CadranDb db = postgres is null
                ? new SqliteCadranDb(new DbContextOptionsBuilder<SqliteCadranDb>().UseSqlite(connection).Options, TimeProvider.System)
                : new PostgresCadranDb(new DbContextOptionsBuilder<PostgresCadranDb>().UseNpgsql(postgres).Options, TimeProvider.System);
            await create(db);
            return await db.Database.SqlQueryRaw<string>(postgres is null ? SqliteCatalogue : PostgresCatalogue).ToListAsync();
        }
        finally { await TestPostgres.DropDatabaseAsync(postgres); }
    }
}
