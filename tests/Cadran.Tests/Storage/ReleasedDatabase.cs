using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Cadran.Tests.Endpoints;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cadran.Tests.Storage;

/// <summary>
/// Databases as a release left them, small and with one of everything. `scripts/store-release.sh` writes those of the present version,
/// once, on the day it is released; they are never written again.
/// </summary>
public sealed class ReleasedDatabase(TestApp app)
{
    private const int ResponsesKept = 40;

    internal static string Folder => Path.Combine(Sources.Root, "tests", "Cadran.Tests", "Storage", "Released");

    internal static string File => TestPostgres.Server is null ? "sqlite.db.gz" : "postgres.sql.gz";

    [Fact(Explicit = true)]
    public async Task Store()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, Environment.GetEnvironmentVariable("CADRAN_RELEASE")!)).FullName;
        await EndpointObjects.MakeAsync(app);
        await app.Db(async db =>
        {
            foreach (Guid wave in await db.Waves.Select(w => w.Id).ToListAsync())
            {
                List<Guid> kept = await db.Responses.Where(r => r.WaveId == wave).OrderBy(r => r.Id).Take(ResponsesKept).Select(r => r.Id)
                    .ToListAsync();
                await db.Responses.Where(r => r.WaveId == wave && !kept.Contains(r.Id)).ExecuteDeleteAsync();
                await db.ResponseCounts.Where(c => c.WaveId == wave).ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, kept.Count));
            }
        });
        await using var compressed = new GZipStream(System.IO.File.Create(Path.Combine(folder, File)), CompressionLevel.SmallestSize);
        await compressed.WriteAsync(app.PostgresConnection is { } postgres ? await DumpAsync(postgres) : Copy());
    }

    private byte[] Copy()
    {
        string copy = Path.Combine(app.DataFolder, "released.db");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "cadran.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "vacuum into $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.ExecuteNonQuery();
        return System.IO.File.ReadAllBytes(copy);
    }

    private static async Task<byte[]> DumpAsync(string postgres)
    {
        var server = new NpgsqlConnectionStringBuilder(postgres);
        using Process dump = Process.Start(new ProcessStartInfo("pg_dump",
            ["--inserts", "--no-owner", "--no-privileges", "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!,
                server.Database!])
        {
            RedirectStandardOutput = true,
        })!;
        string text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        Assert.Equal(0, dump.ExitCode);
        // Lines that begin with a backslash are for psql, not for the server.
        return Encoding.UTF8.GetBytes(string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('\\'))));
    }
}
