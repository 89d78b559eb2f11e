using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Storage;

/// <summary>
/// Brings a database to the schema of this program by running the numbered scripts it has not run yet, each in one transaction.
/// A script that changed after it ran is refused: released scripts are never edited, the next number is written instead.
/// </summary>
public static class Schema
{
    private sealed record Script(int Number, string Name, string Sql)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
    }

    /// <summary>Applies what is missing. Returns the number of scripts run.</summary>
    /// <exception cref="SchemaException">The database is not one of this program or of an older one. Nothing was changed.</exception>
    public static async Task<int> ApplyAsync(CadranDb db, TimeProvider time, CancellationToken ct)
    {
        string number = db is SqliteCadranDb ? "INTEGER" : "integer", text = db is SqliteCadranDb ? "TEXT" : "text";
        string create = $"""
            create table if not exists "SchemaVersions" ("Number" {number} NOT NULL PRIMARY KEY, "Name" {text} NOT NULL,
            "Hash" {text} NOT NULL, "AppliedAt" {text} NOT NULL)
            """;
        await db.Database.ExecuteSqlRawAsync(create, ct);
        var applied = (await db.Database.SqlQuery<AppliedScript>($"""select "Number", "Name", "Hash" from "SchemaVersions" """)
            .ToListAsync(ct)).ToDictionary(a => a.Number);
        RefuseNewer(applied.Values.MaxBy(a => a.Number)?.Name);
        int run = 0;
        foreach (Script script in Scripts(db is SqliteCadranDb ? "sqlite" : "postgres"))
        {
            if (applied.TryGetValue(script.Number, out AppliedScript? before))
            {
                if (before.Hash != script.Hash)
                    throw new SchemaException($"Schema script {script.Name} was changed after this database had run it. "
                        + "Restore the program version that made the database, or start from an empty one.");
                continue;
            }
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await using (var command = db.Database.GetDbConnection().CreateCommand())
            {
                command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
                // The text is a script shipped inside this program, not input.
#pragma warning disable CA2100
                command.CommandText = script.Sql;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(ct);
            }
            string at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlAsync($"""
                insert into "SchemaVersions" ("Number", "Name", "Hash", "AppliedAt")
                values ({script.Number}, {script.Name}, {script.Hash}, {at})
                """, ct);
            await transaction.CommitAsync(ct);
            run++;
        }
        return run;
    }

    /// <summary>A newer program has changed what this one would write: going on would damage it, in silence.</summary>
    /// <param name="newest">Name of the last script that the database has run; null when it has run none.</param>
    internal static void RefuseNewer(string? newest)
    {
        Script last = Scripts("sqlite").Last();
        if (newest is not null && int.Parse(newest[..4], CultureInfo.InvariantCulture) > last.Number)
            throw new SchemaException($"This database was made by a newer Cadran: it has the schema {newest}, and this "
                + $"program knows none after {last.Name}. Nothing was changed. "
                + "Install that version again, or restore a backup made before the upgrade.");
    }

    private static IEnumerable<Script> Scripts(string provider)
    {
        string prefix = $"Schema/{provider}/";
        var assembly = typeof(Schema).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames()
            .Where(n => n.Replace('\\', '/').StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            string name = Path.GetFileNameWithoutExtension(resource);
            yield return new Script(int.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private sealed record AppliedScript(int Number, string Name, string Hash);
}
