using System.CommandLine;
using System.Globalization;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary><c>cadran import responses FILE --wave W --map FILE.json</c>: exit 0 done, 1 the data stops it, 2 wrong arguments.</summary>
internal static class ImportResponsesCommand
{
    private const int ErrorsShown = 50;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV file, plain or .gz, or XLSX workbook." };
        var wave = new Option<string>("--wave") { Description = "Id or address code of the wave.", Required = true };
        var map = new Option<FileInfo?>("--map")
        {
            Description = "JSON file that says what each column is (docs/operations/import-responses.md); " +
                "if not given, the map that was last used for a file with these columns.",
        };
        var keepGood = new Option<bool>("--keep-good")
        {
            Description = "Add the good rows although others are bad; without it, one bad row and nothing is added.",
        };
        var check = new Option<bool>("--check") { Description = "Only say what would happen." };
        var command = new Command("responses", "Add the rows of a file to a wave as responses.") { file, wave, map, keepGood, check };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(wave)!, parsed.GetValue(map),
            parsed.GetValue(check) ? ImportMode.Check : parsed.GetValue(keepGood) ? ImportMode.KeepGood : ImportMode.AllOrNone,
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string waveName, FileInfo? mapFile, ImportMode mode, TextWriter output,
        TextWriter error, CancellationToken ct)
    {
        if (!file.Exists) return Refuse(error, $"There is no file {file.FullName}.");
        if (mapFile is { Exists: false }) return Refuse(error, $"There is no file {mapFile.FullName}.");
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        Guid waveId = Guid.TryParse(waveName, out Guid given) ? given : Guid.Empty;
        Wave? wave = await db.Waves.AsNoTracking().FirstOrDefaultAsync(w => w.Id == waveId || w.Slug == waveName, ct);
        if (wave is null) return Refuse(error, $"There is no wave {waveName}.");
        var import = new ResponseImport
        {
            WaveId = wave.Id,
            FileName = ImportResponses.DisplayName(file.Name),
            FileHash = await ImportResponses.HashAsync(file.FullName, ct),
            Bytes = file.Length,
            By = db.Actor.Name,
            UploadedAtUtc = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
        };
        try
        {
            if (mapFile is not null) import.Remap(ImportMap.Parse(await File.ReadAllTextAsync(mapFile.FullName, ct)));
            else if (await RememberedAsync(db, wave, file, ct) is { } used) import.Remap(used);
            else return Refuse(error, "No file with these columns was imported for this wave's service: say what they are with --map.");
            ImportReport report = await scope.ServiceProvider.GetRequiredService<ImportResponses>()
                .RunAsync(import, file.FullName, mode, new OnStandardError(error), ct);
            await error.WriteLineAsync();
            return Tell(report, mode, output);
        }
        catch (RuleViolationException rule)
        {
            return Refuse(error, string.Format(CultureInfo.InvariantCulture, rule.Message, [.. rule.Args]));
        }
    }

    private static async Task<ImportMap?> RememberedAsync(CadranDb db, Wave wave, FileInfo file, CancellationToken ct)
    {
        var content = (await db.QuestionnaireVersions.Where(v => v.Id == wave.VersionId).Select(v => v.Content).FirstAsync(ct)).Unfolded();
        return UsedMaps.Fitting(await UsedMaps.ForAsync(db, wave, ct), ImportColumns.Read(file.FullName), content);
    }

    private static int Tell(ImportReport report, ImportMode mode, TextWriter output)
    {
        if (report.Broken is { } broken)
        {
            output.WriteLine($"The file cannot be read to its end, and nothing was added. {broken}");
            return CadranCommand.Stopped;
        }
        foreach (ImportCode code in report.Codes)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"“{code.Value}” is {Reading(code)}: {code.Cells} cells in {string.Join(", ", code.Columns)}"));
        if (report.OneValue is { } value)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{value.Cells} of the {report.Bad} bad rows say “{value.Value}” in {value.Columns[0]}: " +
                $"leaving them out would leave only the {report.Good} rows that say something else"));
        if (report is { Undated: > 0, DefaultDay: { } day })
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rows without a day: {report.Undated}, counted on {day:yyyy-MM-dd}"));
        if (report.OutsideWave > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows with a day outside the wave: {report.OutsideWave}"));
        if (report.LeftOut.Count > 0) output.WriteLine($"columns left out: {report.LeftOut.Count}: {string.Join(", ", report.LeftOut)}");
        foreach (string left in FileNotes.LeftOut(report.NobodysRows)) output.WriteLine(left);
        if (report.ShortRows > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rows that end before the last column: {report.ShortRows}, their last cells are empty"));
        if (report.OtherSheets.Count > 0) output.WriteLine($"sheets not read: {string.Join(", ", report.OtherSheets)}");
        foreach (CsvError told in report.Errors.Take(ErrorsShown)) output.WriteLine(told.ToString());
        if (report.Errors.Count > ErrorsShown) output.WriteLine("…");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rows {report.Rows}, good {report.Good}, bad {report.Bad}, already there {report.AlreadyThere}, added {report.Added}"));
        return report.Bad > 0 && mode != ImportMode.KeepGood ? CadranCommand.Stopped : CadranCommand.Done;
    }

    private static string Reading(ImportCode code) => code switch
    {
        { Becomes: null } => "not read, these rows are bad",
        { Becomes: "" } => "read as no answer",
        { Point.En: { Length: > 0 } point } when point != code.Becomes => $"read as {code.Becomes}, {point}",
        _ => $"read as {code.Becomes}",
    };

    private static int Refuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return CadranCommand.WrongArguments;
    }

    /// <summary>One line that renews itself, ten times at most for each tenth of the file.</summary>
    private sealed class OnStandardError(TextWriter error) : IProgress<(long Done, long Total)>
    {
        private long shown = -1;

        public void Report((long Done, long Total) value)
        {
            long percent = value.Total > 0 ? value.Done * 100 / value.Total : 0;
            if (percent == shown) return;
            shown = percent;
            error.Write($"\r{percent}%");
        }
    }
}
