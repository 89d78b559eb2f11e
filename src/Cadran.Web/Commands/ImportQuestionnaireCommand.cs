using System.CommandLine;
using System.Globalization;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran import questionnaire FILE --service CODE</c>: makes a draft of a file of another tool. What became of each thing goes to
/// standard output. Exit 0 done, 1 the file or the service stops it, 2 wrong arguments.
/// </summary>
internal static class ImportQuestionnaireCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "LimeSurvey .lss or .lsa, XLSForm .xlsx or .xls, SurveyJS .json, Qualtrics .qsf, or Cadran .json.",
        };
        var service = new Option<string?>("--service")
        {
            Description =
            "Code of the service that gets the draft, as the catalogue shows it."
        };
        var name = new Option<string?>("--name") { Description = "What staff call it; by default what the file says." };
        var check = new Option<bool>("--check") { Description = "Only say what would come over." };
        var answers = new Option<FileInfo?>("--answers") { Description = "Write the answers of a LimeSurvey archive to this CSV file." };
        var language = new Option<string>("--language") { Description = "Of the report: en or fr.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Localization.Cultures.Keys]);
        var command = new Command("questionnaire", "Make a draft of a questionnaire of another tool.")
            { file, service, name, check, answers, language };
        command.SetAction((parsed, ct) =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            FileInfo from = parsed.GetValue(file)!;
            if (!from.Exists) return CadranCommand.RefuseAsync(parsed, [$"There is no file {from.FullName}."], error);
            if (parsed.GetValue(service) is null && !parsed.GetValue(check))
                return CadranCommand.RefuseAsync(parsed, ["Name the service with --service, or only look with --check."], error);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[parsed.GetValue(language)!];
            return RunAsync(from, parsed.GetValue(service), parsed.GetValue(name), parsed.GetValue(check), parsed.GetValue(answers),
                parsed.InvocationConfiguration, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string? code, string? name, bool check, FileInfo? answers,
        InvocationConfiguration console, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var text = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Text>>();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        try
        {
            ImportedQuestionnaire found = QuestionnaireFile.Read(file.FullName, file.Name);
            Tell(found.Report, text, console.Output);
            if (answers is not null && found.Responses is { } csv) await File.WriteAllBytesAsync(answers.FullName, csv, ct);
            if (check) return CadranCommand.Done;
            string key = InventoryNumber.Key(code!);
            Service service = await db.Services.FirstOrDefaultAsync(s => s.CodeKey == key, ct)
                ?? throw new RuleViolationException("questionnaire.no-service", "There is no service {0}.", null, code!);
            var questionnaire = Questionnaire.Start(service.Id, name ?? found.Name, found.Content);
            db.Questionnaires.Add(questionnaire);
            await db.Because("questionnaire.import").SaveChangesAsync(ct);
            await console.Output.WriteLineAsync(questionnaire.Id.ToString());
            return CadranCommand.Done;
        }
        catch (RuleViolationException rule)
        {
            await console.Error.WriteLineAsync(text[rule.Message, [.. rule.Args]].Value);
            return CadranCommand.Stopped;
        }
    }

    private static void Tell(LossReport report, IStringLocalizer<Text> text, TextWriter to)
    {
        foreach (LossLine line in report.Lines)
            to.WriteLine(string.Join('\t', text[Heading(line.Kind)], line.Place, line.What, text[line.Why, [.. line.Args]]));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Tool}: {text[Heading(LossKind.Kept)]} {report.Count(LossKind.Kept)}, "
            + $"{text[Heading(LossKind.Changed)]} {report.Count(LossKind.Changed)}, {text[Heading(LossKind.Left)]} "
                + $"{report.Count(LossKind.Left)}"));
    }

    private static string Heading(LossKind kind) => kind switch
    {
        LossKind.Left => "What is left behind",
        LossKind.Changed => "What changes",
        _ => "What comes over",
    };
}
