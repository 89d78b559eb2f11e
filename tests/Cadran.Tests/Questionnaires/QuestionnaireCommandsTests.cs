using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>Questionnaires come in and leave without a browser.</summary>
public sealed class QuestionnaireCommandsTests(TestApp app) : IDisposable
{
    private const string Form = """
        {"title":"By command","pages":[{"elements":[{"type":"boolean","name":"came","title":"Did you come?"},
          {"type":"expression","name":"sum","expression":"1 + 1"}]}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("cadran-questionnaires-").FullName;

    [Fact]
    public async Task AFile_BecomesADraft_AndTheDraftAFile()
    {
        string file = Path.Combine(folder, "form.json"), saved = Path.Combine(folder, "saved.json");
        await File.WriteAllTextAsync(file, Form);
        string service = (await app.ServiceAsync()).Code;

        var (exit, told) = await RunAsync("import", "questionnaire", file, "--check", "--language", "fr");
        Assert.Equal(0, exit);
        Assert.Contains("SurveyJS: Ce qui est importé 1, Ce qui change 0, Ce qui est laissé 1", told);
        Assert.False(await app.Db(db => db.Questionnaires.AnyAsync(q => q.Name == "By command")));

        (exit, told) = await RunAsync("import", "questionnaire", file, "--service", "NO-SUCH");
        Assert.Equal(1, exit);
        Assert.Contains("There is no service NO-SUCH.", told);

        (exit, told) = await RunAsync("import", "questionnaire", file, "--service", service);
        Assert.Equal(0, exit);
        Questionnaire made = await app.Db(db => db.Questionnaires.FirstAsync(q => q.Name == "By command"));
        Assert.Contains(made.Id.ToString(), told);
        string id = made.Id.ToString();
        Assert.Equal([Actor.Command.Name], await app.Db(db => db.AuditEvents.Where(e => e.Action == "questionnaire.import"
            && e.SubjectId == id).Select(e => e.By).ToListAsync()));

        (exit, told) = await RunAsync("export", "questionnaire", made.Id.ToString(), "--format", "cadran", "--out", saved);
        Assert.Equal((0, ""), (exit, told));
        ImportedQuestionnaire again = QuestionnaireFile.Read(saved, "saved.json");
        Assert.True(VersionChanges.Between(made.Draft, again.Content).None);

        (exit, told) = await RunAsync("export", "questionnaire", made.Id.ToString(), "--format", "docx", "--version-number", "1");
        Assert.Equal(1, exit);
        Assert.Contains("It has no version 1.", told);
    }

    private async Task<(int Exit, string Told)> RunAsync(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment = { ["Cadran__DataFolder"] = app.DataFolder, ["Cadran__Postgres"] = app.PostgresConnection ?? "" },
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("There is no file", "import", "questionnaire", "/nowhere/x.lss", "--check")]
    [InlineData("Required argument missing", "import", "questionnaire")]
    [InlineData("--format", "export", "questionnaire", "018f0000-0000-7000-8000-000000000000")]
    [InlineData("Argument 'pdf' not recognized", "export", "questionnaire", "018f0000-0000-7000-8000-000000000000", "--format", "pdf")]
    public async Task WrongArguments_AreTold(string said, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(CadranCommand.WrongArguments, await CadranCommand.RunAsync(args, output, error));
        Assert.Contains(said, error.ToString());
        Assert.Equal("", output.ToString());
    }
}
