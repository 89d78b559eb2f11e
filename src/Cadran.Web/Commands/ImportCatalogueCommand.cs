using System.CommandLine;
using System.Globalization;
using Cadran.Catalogue;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran import catalogue FILE…</c>: the same import as in the browser. Counts on standard output, findings and progress on
/// standard error.
/// </summary>
internal static class ImportCatalogueCommand
{
    private const int MostLines = 200;

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Services file, standards file, or both.",
            Arity = new ArgumentArity(1, 2),
        };
        var organisation = new Option<string?>("--organisation")
        {
            Description = "Code of the organisation to import for; default is the one above all others.",
        };
        var published = new Option<string?>("--published")
        {
            Description = "The day the files were published, as 2025-03-31: standards are compared by the official rule of that day.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change and save nothing." };
        var findings = new Option<FileInfo?>("--findings") { Description = "Write all findings to this CSV file." };
        var language = new Option<string>("--language") { Description = "en or fr.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Localization.Cultures.Keys]);
        var command = new Command("catalogue", "Import the service inventory.")
        {
            files, organisation, published, dryRun, findings, language,
        };
        command.SetAction((parsed, ct) =>
        {
            if (parsed.GetValue(files)!.Where(f => !f.Exists).ToList() is { Count: > 0 } absent)
                return CadranCommand.RefuseAsync(
                    parsed, absent.Select(f => $"There is no file {f.FullName}."), parsed.InvocationConfiguration.Error);
            string? written = parsed.GetValue(published);
            if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", out DateOnly day) && written is not null)
                return CadranCommand.RefuseAsync(
                    parsed, [$"{written} is not a day such as 2025-03-31."], parsed.InvocationConfiguration.Error);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[parsed.GetValue(language)!];
            return RunAsync(parsed.GetValue(files)!, parsed.GetValue(organisation), written is null ? null : day, !parsed.GetValue(dryRun),
                parsed.GetValue(findings), parsed.InvocationConfiguration, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, string? organisation, DateOnly? published, bool commit,
        FileInfo? findings, InvocationConfiguration console, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var text = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Text>>();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        try
        {
            Guid owner = await OwnerAsync(db, organisation, ct);
            var parts = scope.ServiceProvider.GetRequiredService<InventoryParts>();
            foreach (FileInfo file in files) parts.Recognise(Given(file));
            var import = scope.ServiceProvider.GetRequiredService<ImportCatalogue>();
            var order = new ImportOrder([.. files.Select(Given)], owner, published);
            var progress = new ConsoleProgress(console.Error);
            CatalogueImport outcome = commit ? await import.RunAsync(order, progress, ct) : await import.PreviewAsync(order, progress, ct);
            if (outcome.Unreadable is { } broken)
            {
                string where = text[broken.Where, [.. broken.WhereArgs]];
                return Fail(console, $"{broken.Name}: {where} {text[broken.Message, [.. broken.Args]]}");
            }
            Write(outcome, parts, text, console);
            if (findings is not null)
                await File.WriteAllBytesAsync(findings.FullName, FindingsCsv.Write(outcome.Findings, parts, text), ct);
            return outcome.Files.Any(f => f.Rejected > 0) ? CadranCommand.Stopped : CadranCommand.Done;
        }
        catch (RuleViolationException rule)
        {
            return Fail(console, text[rule.Message, [.. rule.Args]]);
        }
        catch (CsvException unreadable)
        {
            return Fail(console, text[unreadable.Error.Message, [.. unreadable.Error.Args]]);
        }
        catch (IOException absent)
        {
            return Fail(console, absent.Message);
        }
    }

    private static GivenFile Given(FileInfo file) => new(file.FullName, file.Name);

    private static async Task<Guid> OwnerAsync(CadranDb db, string? code, CancellationToken ct)
    {
        var organisations = await db.Organisations.AsNoTracking().Where(o => code == null ? o.ParentId == null : o.Code == code)
            .OrderBy(o => o.Code).Select(o => o.Id).Take(2).ToListAsync(ct);
        return organisations.Count switch
        {
            1 => organisations[0],
            0 when code is not null => throw new RuleViolationException("catalogue.no-such-organisation",
                "There is no organisation with the code {0}.", null, code),
            0 => throw new RuleViolationException("catalogue.no-organisation",
                "There is no organisation yet: start the program once and follow the set-up link."),
            _ => throw new RuleViolationException("catalogue.several-organisations",
                "Several organisations have nothing above them: name one with --organisation."),
        };
    }

    private static void Write(
        CatalogueImport outcome, InventoryParts parts, IStringLocalizer<Text> text, InvocationConfiguration console)
    {
        foreach (Finding f in outcome.Findings.Where(f => f.Severity != Severity.Suggestion).Take(MostLines))
            console.Error.WriteLine(string.Join('\t', text[f.Severity.ToString()], text[f.File], $"{text["Row"]} {f.Row}",
                f.Subject, f.Field, text[parts.Rule(f.Code).Message, [.. f.Args]]));
        console.Error.WriteLine();
        foreach (QualityRule rule in parts.Rules.Where(r => outcome.FindingCounts.ContainsKey(r.Code)))
            console.Error.WriteLine(
                $"{outcome.FindingCounts[rule.Code],7:N0}  {text[rule.Severity.ToString()],-12} {text[rule.Statement]} ({rule.Code})");
        console.Output.WriteLine(
            $"{text["File"],-12}{text["Rows"],10}{text["New"],12}{text["Changed"],12}{text["Unchanged"],12}{text["Rejected"],12}");
        foreach (FileOutcome file in outcome.Files)
            console.Output.WriteLine(
                $"{text[file.Part],-12}{file.Rows,10:N0}{file.New,12:N0}{file.Changed,12:N0}{file.Unchanged,12:N0}{file.Rejected,12:N0}");
        if (!outcome.Committed) console.Output.WriteLine(text["Nothing was saved."]);
    }

    private static int Fail(InvocationConfiguration console, string why)
    {
        console.Error.WriteLine(why);
        return CadranCommand.Stopped;
    }

    private sealed class ConsoleProgress(TextWriter to) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) =>
            to.Write($"\r{value.Done:N0} / {value.Total:N0}{(value.Done == value.Total ? "\n" : "")}");
    }
}
