using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Storage;

/// <summary>What a database says of its own tables, indexes, constraints and triggers, one line each.</summary>
internal static class DatabaseCatalogue
{
    private const string Sqlite = """
        select m.type || ' ' || m.tbl_name || ' ' || coalesce(
                 p.name || ' ' || p.type || ' notnull=' || p."notnull" || ' pk=' || p.pk,
                 m.name || ' ' || coalesce(replace(m.sql, char(10), ' '), 'auto')) as "Value"
        from sqlite_master m left join pragma_table_info(m.name) p on m.type = 'table'
        where m.tbl_name not like 'sqlite_%' and m.name not like 'sqlite_autoindex_%' and m.tbl_name <> 'SchemaVersions' order by 1
        """;

    private const string Postgres = """
        select 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' '
               || coalesce(character_maximum_length::text, '') || ' ' || is_nullable as "Value"
        from information_schema.columns where table_schema = 'public' and table_name <> 'SchemaVersions'
        union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'SchemaVersions'
        union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> '"SchemaVersions"'
        union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        order by 1
        """;

    public static Task<List<string>> ReadAsync(CadranDb db) =>
        db.Database.SqlQueryRaw<string>(db is SqliteCadranDb ? Sqlite : Postgres).ToListAsync();

    /// <summary>Rows by table, without the list of schema scripts.</summary>
    public static async Task<Dictionary<string, long>> RowsAsync(CadranDb db)
    {
        string tables = db is SqliteCadranDb
            ? "select name as \"Value\" from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'SchemaVersions'"
            : "select tablename as \"Value\" from pg_tables where schemaname = 'public' and tablename <> 'SchemaVersions'";
        var rows = new Dictionary<string, long>();
        foreach (string table in await db.Database.SqlQueryRaw<string>(tables).ToListAsync())
        {
            string count = $"select count(*) as \"Value\" from \"{table}\""; // the name comes from the database's own list of tables
            rows[table] = await db.Database.SqlQueryRaw<long>(count).SingleAsync();
        }
        return rows;
    }
}
