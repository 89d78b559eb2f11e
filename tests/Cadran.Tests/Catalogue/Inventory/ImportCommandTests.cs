using System.Diagnostics;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Catalogue;

/// <summary>The import as a command: another process, a database file of its own.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private static readonly string[] Parts = ["Services", "Standards", "Normes"];

    private readonly string folder = Directory.CreateTempSubdirectory("cadran-import-").FullName;

    [Fact]
    public async Task Command_ImportsOnce_AndSaysWhatItFound()
    {
        InventoryText inventory = new InventoryText("c", "ministry").Service("1").Service("2", phone: "many")
            .Standard("1", "s1", meeting: "12", total: "10");
        string services = Write("services.csv", inventory.Services), standards = Write("standards.csv", inventory.Standards);

        (int code, string output, string error) = await Run(services, standards);
        Assert.Equal(1, code);
        Assert.Contains("There is no organisation yet", error);

        await AddOrganisationAsync();
        (code, output, error) = await Run(services, standards, "--findings", Path.Combine(folder, "findings.csv"));
        // A row that was rejected is no success to whoever only looks at the exit code.
        Assert.True(code == 1, error);
        Assert.Contains("“many” is neither a whole number nor ND or NA.", error);
        Assert.Contains("More cases met the standard (12) than there were (10).", error);
        Assert.Contains("performance-over-100", error);
        Assert.Equal(["Services 2 1 0 0 1", "Standards 1 1 0 0 0"], Counts(output));
        Assert.Contains("not-a-number", await File.ReadAllTextAsync(Path.Combine(folder, "findings.csv")));

        (code, output, error) = await Run(services, standards, "--dry-run", "--language", "fr", "--published", "2025-03-31");
        Assert.Equal(1, code);
        Assert.Equal(["Services 2 0 0 1 1", "Normes 1 0 0 1 0"], Counts(output));
        Assert.Contains("Rien n’a été enregistré.", output);
    }

    [Fact]
    public async Task Command_UnreadableFileOrWrongArguments_HaveTheirExitCodes()
    {
        await AddOrganisationAsync();
        (int code, _, string error) = await Run(Write("broken.csv", "service_id,service_id\n1,2\n"u8.ToArray()));
        Assert.Equal(1, code);
        Assert.Contains("Columns 1 and 2 have the same name.", error);
        (code, string output, error) = await Run(Path.Combine(folder, "absent.csv"));
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("There is no file", error);
        Assert.Equal(2, (await Run("--language", "tlh", "x.csv")).Code);
        string services = Write("services.csv", new InventoryText("c", "ministry").Service("1").Services);
        (code, _, error) = await Run(services, "--published", "soon");
        Assert.Equal(2, code);
        Assert.Contains("soon is not a day such as 2025-03-31.", error);
    }

    [Fact]
    public async Task Command_NeedsOneOrganisation()
    {
        await AddOrganisationAsync();
        string file = Write("services.csv", new InventoryText("c", "ministry").Service("1").Services);
        (int code, _, string error) = await Run(file, "--organisation", "nobody");
        Assert.Equal((1, "There is no organisation with the code nobody."), (code, error.Trim()));
        await AddOrganisationAsync("second");
        (code, _, error) = await Run(file);
        Assert.Equal((1, "Several organisations have nothing above them: name one with --organisation."), (code, error.Trim()));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task AddOrganisationAsync(string code = "root")
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        string connection = SqliteCadranDb.ConnectionString(Path.Combine(folder, "data", "cadran.db"));
        var options = new DbContextOptionsBuilder<SqliteCadranDb>().UseSqlite(connection).Options;
        await using var db = new SqliteCadranDb(options, TimeProvider.System);
        await Schema.ApplyAsync(db, TimeProvider.System, CancellationToken.None);
        db.Add(Organisation.Create(code, new("Top", "Sommet")));
        await db.SaveChangesAsync();
    }

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string[] Counts(string output) =>
        [.. output.Split('\n').Where(l => Parts.Any(part => l.StartsWith(part, StringComparison.Ordinal)))
            .Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "import", "catalogue", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            Environment = { ["Cadran__DataFolder"] = Path.Combine(folder, "data"), ["Cadran__Postgres"] = "" },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
