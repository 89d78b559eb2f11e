using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cadran.Questionnaires;

/// <summary>
/// Our own format: everything that a questionnaire says, so that what is written and read again is the same
/// (<c>docs/schemas/questionnaire.schema.json</c>).
/// </summary>
public static class CadranJsonFile
{
    public const string Tool = "Cadran";

    /// <summary>Name and number of the format, which the first line of a file says.</summary>
    public const string Schema = "cadran.questionnaire/1";

    private static readonly JsonSerializerOptions Written = new(Mapping.JsonOptions) { WriteIndented = true, NewLine = "\n" };

    private static readonly JsonSerializerOptions Reading = new(Mapping.JsonOptions)
    {
        MaxDepth = ImportLimits.DeepestJson,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    internal static bool Is(JsonElement root) => root.Said("schema").StartsWith("cadran.questionnaire/", StringComparison.Ordinal);

    public static byte[] Write(string name, QuestionnaireContent content) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["schema"] = Schema,
        ["name"] = name,
        ["content"] = JsonSerializer.SerializeToNode(content, Mapping.JsonOptions),
    }, Written);

    internal static ImportedQuestionnaire Read(JsonElement root, string fileName)
    {
        if (root.Said("schema") != Schema) throw NotOurs(root.Said("schema"));
        try
        {
            QuestionnaireContent content = root.At("content")?.Deserialize<QuestionnaireContent>(Reading) ?? throw NotOurs("content");
            if (content.Sections is null || content.Sections.Any(s => s?.Questions is null)) throw NotOurs("content.sections");
            Check(content);
            string name = root.Said("name") is { Length: > 0 } said ? said : fileName;
            List<LossLine> lines = [.. content.Sections.SelectMany((section, s) => section.Questions.Select((question, q) =>
                new LossLine(LossKind.Kept, $"content.sections[{s}].questions[{q}]", question.Code, question.Kind.Name, [])))];
            return new(ShortText.Of(name, Questionnaire.NameMaxLength - 1), content, new(Tool, lines));
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or ArgumentException or InvalidOperationException
            or NullReferenceException or FormatException)
        {
            throw NotOurs(wrong is JsonException { Path: { Length: > 0 } path } ? "content" + path.TrimStart('$') : "content");
        }
    }

    /// <summary>A form or a draft would refuse it, and so does a file.</summary>
    private static void Check(QuestionnaireContent content)
    {
        List<Question> all = [.. content.Questions];
        if (all.Count == 0) throw new RuleViolationException("interchange.nothing", LossNotes.NothingToAsk);
        if (all.Count > DraftChanges.MaxQuestions)
            throw new RuleViolationException("questionnaire.too-many", "A questionnaire holds at most {0} questions.", null,
                DraftChanges.MaxQuestions);
        if (content.Languages is not { Count: > 0 } || content.Languages
            .Any(l => !LocalText.Languages.Contains(l))) throw NotOurs("content.languages");
        if (all.FirstOrDefault(q => !OwnItem.IsCode(q.Code)) is { } unnamed) throw NotOurs(ShortText.Of(unnamed.Code));
        if (all.GroupBy(q => q.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RuleViolationException("questionnaire.duplicate-code", "The questionnaire already has a question with the code {0}.",
                "Code", twice.Key);
        foreach (Question question in all)
            if (question.Kind.Faults(question).FirstOrDefault() is { } fault) throw fault;
    }

    private static RuleViolationException NotOurs(string where) =>
        new("interchange.not-our-schema", LossNotes.NotOurSchema, null, ShortText.Of(where, 200));
}
