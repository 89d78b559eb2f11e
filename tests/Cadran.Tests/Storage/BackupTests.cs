using System.Diagnostics;
using System.IO.Compression;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Storage;

/// <summary>The commands on real files, each in a process of its own.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "cadran-backup-" + Guid.NewGuid().ToString("N"));

    private string Backup => Path.Combine(folder, "kept.zip");

    [Fact]
    public async Task Restore_InAnotherPlace_HoldsTheSame()
    {
        (int code, string output, _) = await Run("first", "backup", Backup);
        Assert.Equal(0, code);
        Assert.StartsWith($"Written: {Backup}, ", output);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        Assert.Equal(["kept.zip"], Directory.GetFiles(folder).Select(Path.GetFileName));

        Assert.Equal(0, (await Run("second", "restore", Backup)).Code);
        Assert.Equal(["Top"], await NamesAsync("second"));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(folder, "second", "keys", "key-1.xml")));
        (code, output, _) = await Run("second", "check");
        Assert.Equal(0, code);
        Assert.Contains("Audit trail: 1 events, unbroken.", output);
    }

    [Fact]
    public async Task Backup_WhileAnotherConnectionHoldsUnfinishedWork_TakesWhatIsCommitted()
    {
        await using SqliteCadranDb db = Open("first");
        await using var unfinished = await db.Database.BeginTransactionAsync();
        db.Add(Organisation.Create("late", new("Late", "Tard")));
        await db.SaveChangesAsync();
        Assert.Equal(0, (await Run("first", "backup", Backup)).Code);
        await unfinished.CommitAsync();
        Assert.Equal(0, (await Run("first", "restore", Backup, "--replace")).Code);
        Assert.Equal(["Top"], await NamesAsync("first"));
    }

    [Fact]
    public async Task Backup_NeverOverwritesAFile()
    {
        await File.WriteAllTextAsync(Backup, "mine");
        (int code, _, string error) = await Run("first", "backup", Backup);
        Assert.Equal((1, $"{Backup} exists already."), (code, error.Trim()));
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup));
    }

    [Fact]
    public async Task Backup_WithoutADatabase_SaysWhereItLooked()
    {
        (int code, _, string error) = await Run("nowhere", "backup", Backup);
        Assert.Equal((1, $"There is no database at {Path.Combine(folder, "nowhere", "cadran.db")}."), (code, error.Trim()));
    }

    [Fact]
    public async Task Restore_OverADatabase_AsksForReplace()
    {
        Assert.Equal(0, (await Run("first", "backup", Backup)).Code);
        (int code, _, string error) = await Run("first", "restore", Backup);
        Assert.Equal(1, code);
        Assert.Contains("back it up, then say --replace", error);
    }

    [Theory]
    [InlineData("no archive", "is not a backup")]
    [InlineData("no database", "it is not a backup of Cadran")]
    [InlineData("damaged", "is damaged")]
    [InlineData("foreign", "is not one of Cadran")]
    public async Task Restore_OfWhatIsNoBackup_ChangesNothing(string what, string expected)
    {
        await WriteAsync(what);
        (int code, _, string error) = await Run("first", "restore", Backup, "--replace");
        Assert.Equal(1, code);
        Assert.Contains(expected, error);
        Assert.Equal(["Top"], await NamesAsync("first"));
        Assert.False(File.Exists(Path.Combine(folder, "first", "cadran.db.restoring")));
    }

    [Fact]
    public async Task DatabaseOfANewerProgram_IsRefusedInASentence()
    {
        await using (SqliteCadranDb db = Open("first"))
            await db.Database.ExecuteSqlRawAsync("insert into SchemaVersions values (9001, '9001_later', 'later', 'later')");
        foreach (string command in new[] { "check", "serve" })
        {
            (int code, _, string error) = await Run("first", command);
            Assert.Equal(1, code);
            Assert.StartsWith("This database was made by a newer Cadran: it has the schema 9001_later", error);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
        Assert.Equal(0, (await Run("first", "backup", Backup)).Code);
        (int refused, _, string why) = await Run("second", "restore", Backup);
        Assert.Equal(1, refused);
        Assert.StartsWith("This database was made by a newer Cadran", why);
        Assert.False(File.Exists(Path.Combine(folder, "second", "cadran.db")));
    }

    [Fact]
    public async Task Version_IsThatOfTheBuild()
    {
        string written = System.Xml.Linq.XDocument.Load(Path.Combine(Support.Sources.Root, "Directory.Build.props")).Descendants("Version")
            .Single().Value;
        Assert.Equal((0, written), (await Run("first", "--version")) is var (code, output, _) ? (code, output.Trim()) : default);
    }

    [Fact]
    public async Task Restore_OfACraftedName_StaysInTheFolderOfKeys()
    {
        Assert.Equal(0, (await Run("first", "backup", Backup)).Code);
        await using (ZipArchive archive = await ZipFile.OpenAsync(Backup, ZipArchiveMode.Update))
            await archive.CreateEntry("keys/../../evil.xml").Open().DisposeAsync();
        Assert.Equal(0, (await Run("second", "restore", Backup)).Code);
        Assert.False(File.Exists(Path.Combine(folder, "evil.xml")));
        Assert.True(File.Exists(Path.Combine(folder, "second", "keys", "evil.xml")));
    }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "first", "keys"));
        await File.WriteAllTextAsync(Path.Combine(folder, "first", "keys", "key-1.xml"), "<key/>");
        await using SqliteCadranDb db = Open("first");
        await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None);
        db.Add(Organisation.Create("root", new("Top", "Sommet")));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(string what)
    {
        if (what == "no archive")
        {
            await File.WriteAllTextAsync(Backup, "nothing of the kind");
            return;
        }
        byte[] content = what switch
        {
            "damaged" =>
                [.. (await File.ReadAllBytesAsync(Path.Combine(folder, "first", "cadran.db")))[..100],
                    .. Enumerable.Repeat((byte)7, 10_000)],
            "foreign" => [],
            _ => "text"u8.ToArray(),
        };
        await using ZipArchive archive = await ZipFile.OpenAsync(Backup, ZipArchiveMode.Create);
        await using Stream entry = await archive.CreateEntry(what == "no database" ? "readme.txt" : "cadran.db").OpenAsync();
        await entry.WriteAsync(content);
    }

    private SqliteCadranDb Open(string data) =>
        new(new DbContextOptionsBuilder<SqliteCadranDb>()
            .UseSqlite(SqliteCadranDb.ConnectionString(Path.Combine(folder, data, "cadran.db"))).Options,
            TimeProvider.System);

    private async Task<string[]> NamesAsync(string data)
    {
        await using SqliteCadranDb db = Open(data);
        return [.. (await db.Organisations.ToListAsync()).Select(o => o.Name.En)];
    }

    private async Task<(int Code, string Output, string Error)> Run(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Cadran__DataFolder"] = Path.Combine(folder, data), ["Cadran__Postgres"] = "" },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
