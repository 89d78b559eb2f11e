using System.Text;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Questionnaires as files of other tools: those of the shared data, and small ones written here.</summary>
internal static class Forms
{
    /// <summary>Every file of the shared data, by its place in it; empty where the data is absent.</summary>
    public static IReadOnlyList<string> Samples { get; } = !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(TestData.Root, f)).Order()];

    private static string Folder => Path.Combine(TestData.Root, "forms");

    public static ImportedQuestionnaire Sample(string name)
    {
        string path = TestData.File(Path.Combine("forms", name));
        return QuestionnaireFile.Read(path, Path.GetFileName(path));
    }

    public static ImportedQuestionnaire Read(string text, string name = "form.json") => Read(Encoding.UTF8.GetBytes(text), name);

    public static ImportedQuestionnaire Read(byte[] bytes, string name) => QuestionnaireFile.Read(new MemoryStream(bytes), name);

    /// <summary>Every question by its code and kind, in order: "wait:Rating".</summary>
    public static string[] Kinds(this ImportedQuestionnaire found) => [.. found.Content.Questions.Select(q => $"{q.Code}:{q.Kind}")];

    public static bool Says(this ImportedQuestionnaire found, LossKind kind, string what, string why) =>
        found.Report.Of(kind).Any(l => l.What == what && l.Why == why);
}
