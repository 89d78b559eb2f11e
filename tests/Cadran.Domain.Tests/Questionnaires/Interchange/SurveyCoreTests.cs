using System.Diagnostics;
using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>What we write for SurveyJS, read by SurveyJS itself (<c>npm ci</c> in tests/SurveyJs, which <c>make test</c> does).</summary>
public sealed class SurveyCoreTests
{
    private static string Folder => Path.Combine(Sources.Root, "tests", "SurveyJs");

    [Theory, MemberData(nameof(SampleFormsTests.Samples), MemberType = typeof(SampleFormsTests))]
    public async Task Export_LoadsWithoutAnError(string sample)
    {
        if (!sample.Contains("limesurvey/dbv", StringComparison.Ordinal)) return;
        using JsonDocument said = await LoadAsync(SurveyJsWriter.Write("x", Forms.Sample(sample["forms/".Length..]).Content).Bytes);
        Assert.Empty(said.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
        Assert.NotEqual(0, said.RootElement.GetProperty("shown").GetArrayLength());
    }

    [Fact]
    public async Task EveryKind_LoadsWithoutAnError_AndItsRulesWork()
    {
        using JsonDocument said = await LoadAsync(SurveyJsWriter.Write("x", EveryQuestion.Content).Bytes);
        Assert.Empty(said.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
        var shown = said.RootElement.GetProperty("shown").EnumerateArray()
            .ToDictionary(q => q.GetProperty("name").GetString()!, q => q.GetProperty("visible").GetBoolean());
        Assert.Equal(EveryQuestion.Content.Questions.Select(q => q.Code).Order(), shown.Keys.Order());
        Assert.False(shown["one"]);
        Assert.Contains("one", said.RootElement.GetProperty("after").EnumerateArray().Select(n => n.GetString()));
    }

    private static async Task<JsonDocument> LoadAsync(byte[] file)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "survey-core")))
        {
            const string reason = "survey-core is not here: run npm ci in tests/SurveyJs.";
            if (Environment.GetEnvironmentVariable("CADRAN_REQUIRE") == "all") Assert.Fail(reason);
            Assert.Skip(reason);
        }
        using Process node = Process.Start(new ProcessStartInfo("node", "load.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = node.StandardOutput.ReadToEndAsync(), error = node.StandardError.ReadToEndAsync();
        await node.StandardInput.BaseStream.WriteAsync(file);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return JsonDocument.Parse(await output);
    }
}
