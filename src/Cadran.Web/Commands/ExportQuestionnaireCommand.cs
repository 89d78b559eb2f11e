using System.CommandLine;
using System.Globalization;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran export questionnaire ID --format F</c>: the last published version, or the draft where nothing was published. What the format
/// cannot say goes to standard error.
/// </summary>
internal static class ExportQuestionnaireCommand
{
    public static Command Create()
    {
        var id = new Argument<Guid>("ID") { Description = "Id of the questionnaire, as its address shows it." };
        var format = new Option<string>("--format")
        {
            Description = "Which file: " + string.Join(", ", QuestionnaireFormat.All.Select(f => f.Code)) + ".",
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. QuestionnaireFormat.All.Select(f => f.Code)]);
        var version = new Option<int?>("--version-number") { Description = "Which version; the last one without it." };
        var draft = new Option<bool>("--draft") { Description = "What is being worked on, instead of a version." };
        var output = new Option<FileInfo?>("--out") { Description = "File to write; standard output without it." };
        var command = new Command("questionnaire", "Write a questionnaire as a file of another tool.") { id, format, version, draft,
            output };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(id), QuestionnaireFormat.Find(parsed.GetValue(format))!,
            parsed.GetValue(version), parsed.GetValue(draft), parsed.GetValue(output), parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(
        Guid id, QuestionnaireFormat format, int? number, bool draft, FileInfo? output, TextWriter error, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Questionnaire? questionnaire = await db.Questionnaires.AsNoTracking().Include(q => q.Versions).FirstOrDefaultAsync(q => q.Id == id,
            ct);
        if (questionnaire is null) return await StopAsync(error, $"There is no questionnaire {id}.");
        QuestionnaireVersion? published = number is { } asked ? questionnaire.Versions.Find(v => v.Number == asked)
            : questionnaire.Versions.MaxBy(v => v.Number);
        if (number is not null && published is null)
            return await StopAsync(error, string.Create(CultureInfo.InvariantCulture, $"It has no version {number}."));
        ExportedQuestionnaire written = format.Write(questionnaire.Name,
            draft || published is null ? questionnaire.Draft : published.Content);
        foreach (LossLine line in written.Left)
            await error.WriteLineAsync($"{line.What}\t{string.Format(CultureInfo.InvariantCulture, line.Why, [.. line.Args])}");
        if (output is not null) await File.WriteAllBytesAsync(output.FullName, written.Bytes, ct);
        else
        {
            await using Stream to = Console.OpenStandardOutput();
            await to.WriteAsync(written.Bytes, ct);
        }
        return CadranCommand.Done;
    }

    private static async Task<int> StopAsync(TextWriter error, string why)
    {
        await error.WriteLineAsync(why);
        return CadranCommand.Stopped;
    }
}
