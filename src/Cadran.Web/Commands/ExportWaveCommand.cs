using System.CommandLine;
using System.Globalization;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran export wave WAVE --format csv --out FILE</c>: exit 0 done, 1 the wave or its state stops it, 2 wrong arguments.
/// </summary>
internal static class ExportWaveCommand
{
    public static Command Create()
    {
        var wave = new Argument<string>("wave") { Description = "Id or address code of the wave." };
        var format = new Option<string>("--format")
        {
            Description = "Which file: " + string.Join(", ", WaveFileKind.All.Select(k => k.Code)) + ".",
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. WaveFileKind.All.Select(k => k.Code)]);
        var output = new Option<FileInfo>("--out") { Description = "File to write.", Required = true };
        var language = new Option<string>("--language") { Description = "Of questions and answers.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. LocalText.Languages]);
        var labels = new Option<bool>("--labels") { Description = "Words instead of codes in the CSV of answers." };
        var separator = new Option<string>("--separator") { Description = "Of CSV files.", DefaultValueFactory = _ => "comma" };
        separator.AcceptOnlyFromAmong([.. CsvStyle.Separators.Keys]);
        var comma = new Option<bool>("--decimal-comma") { Description = "Decimals as 0,5." };
        var command = new Command("wave", "Write a file of a wave's answers, counts or comments.")
        {
            wave, format, output, language, labels, separator, comma,
        };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(wave)!, WaveFileKind.Find(parsed.GetValue(format))!,
            new(parsed.GetValue(language)!, new(CsvStyle.Separators[parsed.GetValue(separator)!], parsed.GetValue(comma)),
                parsed.GetValue(labels)),
            parsed.GetValue(output)!, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(string name, WaveFileKind kind, WaveFileStyle style, FileInfo output, TextWriter error,
        CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        Guid id = Guid.TryParse(name, out Guid given) ? given : Guid.Empty;
        Wave? wave = await db.Waves.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id || w.Slug == name, ct);
        if (wave is null)
        {
            await error.WriteLineAsync($"There is no wave {name}.");
            return CadranCommand.Stopped;
        }
        Service service = await db.Services.AsNoTracking().FirstAsync(s => s.Id == wave.ServiceId, ct);
        try
        {
            var of = new WaveFileSubject(wave, service,
                await scope.ServiceProvider.GetRequiredService<WaveAnalyses>().ForAsync(wave.Id, ct),
                await scope.ServiceProvider.GetRequiredService<QuestionResults>().ForAsync(wave.Id, ct), Access: null);
            var write = await scope.ServiceProvider.GetRequiredService<WaveFiles>().PrepareAsync(kind, of, style, ct);
            await using FileStream to = output.Create();
            await write(to, ct);
            return CadranCommand.Done;
        }
        catch (RuleViolationException rule)
        {
            await error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, rule.Message, [.. rule.Args]));
            return CadranCommand.Stopped;
        }
    }
}
