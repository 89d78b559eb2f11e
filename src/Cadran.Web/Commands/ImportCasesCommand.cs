using System.CommandLine;
using System.Globalization;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran import cases FILE --standard S --as-of DAY</c>: exit 0 done, 1 rows that cannot be read or nothing to take over, 2 wrong
/// arguments.
/// </summary>
internal static class ImportCasesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "CSV file, plain or .gz, or XLSX workbook: start, end, pauses, channel, service.",
        };
        var standard = new Option<string>("--standard") { Description = "Id of the standard, or SERVICE/NUMBER.", Required = true };
        var asOf = new Option<string>("--as-of") { Description = "The last day that the file knows, as 2026-03-31.", Required = true };
        var quarters = new Option<bool>("--quarters") { Description = "Take over quarters instead of months." };
        var keepGood = new Option<bool>("--keep-good")
        {
            Description = "Take over what the good rows say although others are bad; without it, one bad row and nothing is taken over.",
        };
        var check = new Option<bool>("--check") { Description = "Only say what would happen." };
        var command = new Command("cases", "Count the cases of a time standard and record its months.")
        {
            file, standard, asOf, quarters, keepGood, check,
        };
        command.SetAction((parsed, ct) =>
        {
            FileInfo given = parsed.GetValue(file)!;
            if (!given.Exists) return Task.FromResult(Refuse(parsed, $"There is no file {given.FullName}."));
            if (!DateOnly.TryParseExact(parsed.GetValue(asOf), "yyyy-MM-dd", out DateOnly day))
                return Task.FromResult(Refuse(parsed, $"{parsed.GetValue(asOf)} is not a day such as 2026-03-31."));
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures["en"];
            int months = parsed.GetValue(quarters) ? ReportingPeriod.Quarter : ReportingPeriod.Month;
            return RunAsync(given, parsed.GetValue(standard)!, day, months, parsed.GetValue(keepGood), parsed.GetValue(check),
                parsed.InvocationConfiguration, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(FileInfo given, string name, DateOnly asOf, int months, bool keepGood, bool check,
        InvocationConfiguration console, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        if (await FindAsync(db, name, ct) is not { } found)
        {
            await console.Error.WriteLineAsync($"There is no standard {name}.");
            return CadranCommand.WrongArguments;
        }
        try
        {
            var cases = scope.ServiceProvider.GetRequiredService<ImportCases>();
            await using FileStream sent = given.OpenRead();
            CaseFile file = await cases.CountAsync(found.Standard, found.Service, sent, given.Name, asOf, db.Actor, null, ct);
            Tell(file, months, scope.ServiceProvider.GetRequiredService<IStringLocalizer<Text>>(), console.Output);
            if (file.Report.Bad > 0 && !keepGood) return CadranCommand.Stopped;
            if (check) return CadranCommand.Done;
            db.CaseFiles.Add(file);
            cases.Take(file, found.Standard, months, db.Actor);
            await db.Because("cases.take").SaveChangesAsync(ct);
            return CadranCommand.Done;
        }
        catch (RuleViolationException rule)
        {
            await console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, rule.Message, [.. rule.Args]));
            return CadranCommand.Stopped;
        }
    }

    private static async Task<(ServiceStandard Standard, Service Service)?> FindAsync(CadranDb db, string name, CancellationToken ct)
    {
        string[] parts = name.Split('/', 2);
        string service = InventoryNumber.Key(parts[0]), code = InventoryNumber.Key(parts[^1]);
        Guid id = Guid.TryParse(name, out Guid given) ? given : Guid.Empty;
        Guid found = await (from standard in db.ServiceStandards
                            join of in db.Services on standard.ServiceId equals of.Id
                            where standard.Id == id || (of.CodeKey == service && standard.CodeKey == code)
                            orderby standard.Id
                            select standard.Id).FirstOrDefaultAsync(ct);
        return found == Guid.Empty ? null : await db.FindWholeStandardAsync(found, ct);
    }

    private static void Tell(CaseFile file, int months, IStringLocalizer<Text> text, TextWriter output)
    {
        foreach (CasesLeftOut left in file.Report.LeftOut)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TermsWords.Why(left.Why, text)} {left.Rows} rows, "
                + $"the first is row {left.FirstRow} (line {left.FirstLine}){Cell(left)}"));
        foreach ((ReportingPeriod period, PeriodFigures figures) in file.Periods(months))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{period}: {figures.Meeting} of {figures.Total} kept it, {figures.OpenLate} open and late"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rows {file.Report.Rows}, cases {file.Report.Cases}, open within the limit {CaseCounts.Running(file.Counts)}"));
    }

    private static string Cell(CasesLeftOut left) => left.Column.Length > 0 ? $", column “{left.Column}”: {left.Written}" : "";

    private static int Refuse(ParseResult parsed, string message)
    {
        parsed.InvocationConfiguration.Error.WriteLine(message);
        return CadranCommand.WrongArguments;
    }
}
