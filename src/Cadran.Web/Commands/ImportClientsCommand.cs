using System.CommandLine;
using System.Globalization;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran import clients FILE --frame F</c>: brings a list into a frame, as its last list was read, or as the names of its columns say.
/// Says counts and never a contact.
/// </summary>
internal static class ImportClientsCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV file, plain or .gz, or XLSX workbook." };
        var frame = new Option<string>("--frame") { Description = "Id or code of the frame.", Required = true };
        var organisation = new Option<string?>("--organisation")
        {
            Description = "Code of the organisation; needed where two have a frame of this code.",
        };
        var keepAll = new Option<bool>("--keep-all")
        {
            Description = "Rows of one e-mail or telephone are different people; without it they become one.",
        };
        var check = new Option<bool>("--check") { Description = "Only say what would happen." };
        var command = new Command("clients", "Bring a list of clients into a frame.") { file, frame, organisation, keepAll, check };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(frame)!, parsed.GetValue(organisation),
            parsed.GetValue(keepAll) ? DuplicateChoice.KeepAll : DuplicateChoice.Merge, parsed.GetValue(check),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string frameName, string? organisation, DuplicateChoice choice, bool check,
        TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (!file.Exists) return Refuse(error, $"There is no file {file.FullName}.");
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        Guid id = Guid.TryParse(frameName, out Guid given) ? given : Guid.Empty;
        List<Frame> found = await db.Frames.Where(f => (f.Id == id || f.Code == frameName) && (organisation == null
            || db.Organisations.Any(o => o.Id == f.OrganisationId && o.Code == organisation))).Take(2).ToListAsync(ct);
        if (found.Count != 1)
            return Refuse(error, found.Count == 0 ? $"There is no frame {frameName}."
                : $"Two organisations have a frame {frameName}: say which with --organisation.");
        try
        {
            var frames = scope.ServiceProvider.GetRequiredService<ImportFrame>();
            DateTimeOffset now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            FrameImport import = FrameImport.Send(found[0].Id, file.Name, db.Actor,
                new Moment(now.UtcDateTime, DateOnly.FromDateTime(now.LocalDateTime)));
            using CsvReader csv = FrameUploads.Read(file.OpenRead());
            import.Expect(await frames.GuessAsync(found[0], csv.Header, ct));
            if (!check) db.FrameImports.Add(import);
            FrameReport report = check ? await frames.CheckAsync(found[0], csv, import.Map, choice, ct)
                : await frames.CommitAsync(found[0], import, csv, choice, null, ct);
            Tell(report, output);
            return CadranCommand.Done;
        }
        catch (RuleViolationException rule)
        {
            return Refuse(error, string.Format(CultureInfo.InvariantCulture, rule.Message, [.. rule.Args]));
        }
    }

    private static void Tell(FrameReport report, TextWriter output)
    {
        foreach (FrameLeftOut left in report.LeftOut.Concat(report.Unread))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{FrameWords.Why(left.Why)} {left.Rows} rows, the first is row {left.First}"));
        foreach (FrameDuplicates twice in report.Duplicates)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows that repeat a {twice.By.ToString().ToLowerInvariant()}: "
                + $"{twice.Rows}, the first is row {twice.First[0].Row}"));
        foreach (string left in FileNotes.LeftOut(report.Nobody)) output.WriteLine(left);
        if (report.Unused.Count > 0) output.WriteLine($"columns left out: {string.Join(", ", report.Unused)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rows {report.Rows}, people {report.People}, new {report.New}, without any contact {report.Unreachable}"));
    }

    private static int Refuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return CadranCommand.WrongArguments;
    }
}
