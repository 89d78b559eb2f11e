using System.CommandLine;
using Cadran.Catalogue;
using Cadran.Reporting;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary><c>cadran export report SERVICE</c>: the one-page report as HTML or CSV, in either language.</summary>
internal static class ExportReportCommand
{
    public static Command Create()
    {
        var service = new Argument<string>("service") { Description = "Code of the service, as the catalogue shows it." };
        var format = new Option<string>("--format") { Description = "html or csv.", DefaultValueFactory = _ => "html" };
        format.AcceptOnlyFromAmong([.. ServiceReportFile.Formats]);
        var language = new Option<string>("--language") { Description = "en or fr.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Localization.Cultures.Keys]);
        var output = new Option<FileInfo?>("--out") { Description = "File to write; standard output without it." };
        var command = new Command("report", "Write the one-page report of a service.") { service, format, language, output };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(service)!, parsed.GetValue(format)!, parsed.GetValue(language)!,
            parsed.GetValue(output), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(
        string code, string format, string language, FileInfo? output, InvocationConfiguration console, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        string key = InventoryNumber.Key(code);
        Service? service = await db.Services.Include(s => s.Volumes).FirstOrDefaultAsync(s => s.CodeKey == key, ct);
        if (service is null)
        {
            await console.Error.WriteLineAsync($"There is no service {code}.");
            return CadranCommand.Stopped;
        }
        ServiceOverview overview = await scope.ServiceProvider.GetRequiredService<ServiceOverviews>().ReadAsync(service, ct);
        string text = await scope.ServiceProvider.GetRequiredService<ServiceReportFile>().WriteAsync(overview, format, language);
        if (output is null) await console.Output.WriteAsync(text);
        else await File.WriteAllTextAsync(output.FullName, text, ct);
        return CadranCommand.Done;
    }
}
