using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Questionnaires of Qualtrics (.qsf). The format is not documented; this reads what exported files hold.</summary>
internal sealed partial class QsfReader
{
    public const string Tool = "Qualtrics";
    private const int DeepestFlow = 20;

    private readonly Dictionary<string, JsonElement> questions = [];
    private readonly Dictionary<string, JsonElement> blocks = [];
    private readonly HashSet<string> asked = [];
    private readonly ContentBuilder builder;
    private readonly JsonElement root;
    private ForeignText thanks = new();

    private QsfReader(JsonElement root)
    {
        this.root = root;
        var languages = new List<string> { root.At("SurveyEntry")?.Said("SurveyLanguage") is { Length: > 0 } own ? own : "en" };
        foreach (JsonElement element in root.List("SurveyElements"))
        {
            if (element.At("Payload") is not { } payload) continue;
            if (element.Said("Element") == "SQ")
            {
                string id = payload.Said("QuestionID") is { Length: > 0 } named ? named : element.Said("PrimaryAttribute");
                questions.TryAdd(id, payload);
                languages.AddRange(payload.At("Language").Members().Select(l => l.Name));
            }
            else if (element.Said("Element") == "BL") foreach (JsonElement block in Items(payload)) blocks.TryAdd(block.Said("ID"), block);
        }
        builder = new(new(languages));
    }

    public static bool Is(JsonElement root) =>
        root.At("SurveyEntry") is { ValueKind: JsonValueKind.Object } && root.At("SurveyElements") is { ValueKind: JsonValueKind.Array };

    public static ImportedQuestionnaire Read(JsonElement root, string fileName)
    {
        var reader = new QsfReader(root);
        reader.Survey();
        string name = root.At("SurveyEntry")?.Said("SurveyName") ?? "";
        return reader.builder.Finish(Tool, name.Length > 0 ? name : fileName, ForeignText.Of(name),
            ForeignText.Of(root.At("SurveyEntry")?.Said("SurveyDescription")), reader.thanks);
    }

    /// <summary>Lists are arrays, or objects whose names are numbers.</summary>
    private static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array => list.EnumerateArray(),
        JsonValueKind.Object => list.EnumerateObject().Select(p => p.Value),
        _ => [],
    };

    private void Survey()
    {
        JsonElement? flow = null;
        foreach (JsonElement element in root.List("SurveyElements"))
            switch (element.Said("Element"))
            {
                case "FL":
                    flow = element.At("Payload");
                    break;
                case "QO":
                    builder.Tell(LossKind.Left, "QO", element.Said("SecondaryAttribute"), LossNotes.QuotasLeft,
                        element.Said("PrimaryAttribute"));
                    break;
                case "SCO" when element.At("Payload")?.List("ScoringCategories").Any() == true:
                    builder.Tell(LossKind.Left, "SCO", "", LossNotes.ScoringLeft);
                    break;
                case "NT":
                    builder.Tell(LossKind.Left, "NT", element.Said("SecondaryAttribute"), LossNotes.DataLeft, "notes");
                    break;
                case "SO" when element.At("Payload") is { } options && options.Said("EOSRedirectURL") is { Length: > 0 } url:
                    builder.Tell(LossKind.Left, "SO", "EOSRedirectURL", LossNotes.EndAddressLeft, ShortText.Of(url));
                    break;
            }
        if (flow is { } found) Flow(found, null, 0);
        else foreach (var (id, block) in blocks) Block(id, block, null);
        foreach (var (id, question) in questions)
            if (!asked.Contains(id)) builder.Tell(LossKind.Left, id, question.Said("DataExportTag"), LossNotes.Unused);
    }

    private void Flow(JsonElement parent, ForeignRule? rule, int depth)
    {
        if (depth > DeepestFlow) throw ImportLimits.Damaged("Flow");
        foreach (JsonElement step in parent.At("Flow") is { } steps ? Items(steps) : [])
        {
            string place = "flow " + step.Said("FlowID");
            switch (step.Said("Type"))
            {
                case "Block" or "Standard":
                    if (blocks.TryGetValue(step.Said("ID"), out JsonElement block)) Block(step.Said("ID"), block, rule);
                    break;
                case "Branch":
                    ForeignRule? branch = step.At("BranchLogic") is { } logic ? Logic(logic) : null;
                    Flow(step, ForeignRule.Both(rule, branch), depth + 1);
                    break;
                case "EmbeddedData":
                    foreach (JsonElement data in step.List("EmbeddedData"))
                        builder.Tell(LossKind.Left, place, data.Said("Field"), LossNotes.DataLeft, ShortText.Of(data.Said("Value")));
                    break;
                case "BlockRandomizer" or "Randomizer":
                    builder.Tell(LossKind.Left, place, step.Said("Type"), LossNotes.RandomLeft);
                    Flow(step, rule, depth + 1);
                    break;
                case "Group" or "Root":
                    Flow(step, rule, depth + 1);
                    break;
                case "EndSurvey":
                    if (rule is not null) builder.Tell(LossKind.Left, place, "EndSurvey", LossNotes.TriggerLeft, ShortText.Of(rule.Source));
                    break;
                default:
                    builder.Tell(LossKind.Left, place, step.Said("Type"), LossNotes.TriggerLeft, step.Said("Type"));
                    break;
            }
        }
    }

    private void Block(string id, JsonElement block, ForeignRule? rule)
    {
        if (block.Said("Type") == "Trash") return;
        builder.Begin(id, ForeignText.Of(block.Said("Description")), new(), "block " + id, rule);
        if (block.At("Options")?.Said("Looping") is { Length: > 0 } and not "None")
            builder.Tell(LossKind.Changed, "block " + id, block.Said("Description"), LossNotes.Repeat);
        if (block.At("Options")?.Said("RandomizeQuestions") is { Length: > 0 } and not "false")
            builder.Tell(LossKind.Left, "block " + id, block.Said("Description"), LossNotes.RandomLeft);
        int page = 1;
        foreach (JsonElement part in block.At("BlockElements") is { } parts ? Items(parts) : [])
            if (part.Said("Type") == "Page Break")
                builder.Begin($"{id}_{++page}", ForeignText.Of(block.Said("Description")), new(), "block " + id, rule);
            else if (questions.TryGetValue(part.Said("QuestionID"), out JsonElement question) && asked.Add(part.Said("QuestionID")))
            {
                if (part.At("SkipLogic") is { ValueKind: JsonValueKind.Array })
                    builder.Tell(LossKind.Left, part.Said("QuestionID"), question.Said("DataExportTag"), LossNotes.TriggerLeft,
                        "SkipLogic");
                Ask(part.Said("QuestionID"), question);
            }
    }
}
