using System.CommandLine;
using System.Diagnostics;
using Cadran.Catalogue;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Cadran.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Insight.Disclosure;

/// <summary>Every command, as the program itself lists them, run in a process of its own beside a wave with four marked people.</summary>
[Trait("Database", "any")]
public sealed class EveryCommandTests(TestApp app) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cadran-commands-").FullName;

    [Fact]
    public async Task NoCommand_TellsAnythingOfTheFour()
    {
        MarkedWave marked = await MarkedWave.MakeAsync(app);
        Service service = await app.Db(db => db.Services.AsNoTracking().FirstAsync(s => s.Id == marked.Wave.ServiceId));
        Guid questionnaire = await app.Db(db => db.Questionnaires.Where(q => q.Versions.Any(v => v.Id == marked.Wave.VersionId))
            .Select(q => q.Id).SingleAsync());
        int seen = 0;
        foreach (string command in Leaves(CadranCommand.Root()))
            foreach (string[] more in Arguments(command, marked, service.Code, questionnaire.ToString()))
            {
                (int code, string told) = await RunAsync([.. command.Split(' '), .. more]);
                Assert.True(code == 0, $"{command}: {told}");
                Assert.All(MarkedWave.Secrets, secret => Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase));
                if (told.Contains(MarkedWave.Shown, StringComparison.Ordinal)) seen++;
            }
        Assert.True(seen > 0, "No command told any figure of the wave: four people would not have been seen either.");
    }

    // A new command stops here until somebody says how it is run.
    private IEnumerable<string[]> Arguments(string command, MarkedWave marked, string service, string questionnaire) => command switch
    {
        "analyse" => from format in new[] { "json", "table", "html" }
                     select (string[])[File("marked.csv", AnalysedFile()), "--overall", "a", "--drivers", "b,c", "--by", "g,h",
                         "--weight", "w", "--format", format],
        "export report" => from format in new[] { "csv", "html" }
                           from language in new[] { "en", "fr" }
                           select (string[])[service, "--format", format, "--language", language],
        // All but the archive of the others.
        "export wave" => from kind in new[] { "counts", "csv", "sav", "ddi", "r", "python", "comments", "comments-sav" }
                         select (string[])[marked.Wave.Slug, "--format", kind, "--out", Path.Combine(folder, "wave." + kind)],
        // What an anchor seals are hashes and counts of closed waves.
        "check" or "anchor" => [[]],
        "account reset" => [["--help"]],
        "import responses" => [[File("more.csv", "overall,time\n5,4\n"), "--wave", marked.Wave.Slug, "--check", "--map", File("map.json",
            """{"schema":"cadran.response-map/1","items":[{"column":"overall","item":"overall"},{"column":"time","item":"time"}]}""")]],
        // It knows services and standards, and is tried with files of these where they are tested.
        "import catalogue" => [["--help"]],
        // It knows clients and no answers, and says counts.
        "import clients" => [["--help"]],
        // It makes a draft, which has no answers; those of an archive are the file's own.
        "import questionnaire" => [["--help"]],
        "export questionnaire" => from format in QuestionnaireFormat.All
                                  select (string[])[questionnaire, "--format", format.Code,
                                      "--out", Path.Combine(folder, "questionnaire" + format.Extension)],
        // It knows cases of a standard and no answers, and says counts.
        "import cases" => [["--help"]],
        // They answer over HTTP, fill an empty database, or move the whole one, encrypted by nobody, for whoever holds it anyway.
        "serve" or "demo" or "backup" or "restore" => [["--help"]],
        _ => throw new Xunit.Sdk.XunitException($"Say here how “cadran {command}” is run: it may tell figures."),
    };

    private static IEnumerable<string> Leaves(Command command, string path = "") => command.Subcommands.Count == 0 ? [path]
        : command.Subcommands.SelectMany(sub => Leaves(sub, path.Length == 0 ? sub.Name : $"{path} {sub.Name}"));

    // The four of MarkedWave among others, as somebody has them in a file.
    private static string AnalysedFile() => "a,b,c,g,w,h\n"
        + string.Concat(Enumerable.Range(0, 56).Select(i =>
            $"{1 + (i * i + i / 7) % 5},{1 + (i * 3 + i / 5) % 5},{1 + (i * 7 + i / 6) % 5},{(i % 2 == 0 ? "a" : "b")},1,x\n"))
        + "1,5,2,other,1.61803398,y\n4,2,2,other,1.61803398,y\n2,4,1,other,3.14159265,y\n5,1,3,other,2.71828182,y\n";

    private string File(string name, string content)
    {
        string path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private async Task<(int Code, string Told)> RunAsync(string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            Environment = { ["Cadran__DataFolder"] = app.DataFolder, ["Cadran__Postgres"] = app.PostgresConnection ?? "" },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        string written = Array.IndexOf(arguments, "--out") is var at and >= 0 && System.IO.File.Exists(arguments[at + 1])
            ? await System.IO.File.ReadAllTextAsync(arguments[at + 1]) : "";
        return (process.ExitCode, await output + await error + written);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
