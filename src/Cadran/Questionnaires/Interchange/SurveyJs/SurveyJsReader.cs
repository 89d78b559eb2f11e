using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Questionnaires of SurveyJS, as their editor saves them.</summary>
internal sealed partial class SurveyJsReader
{
    public const string Tool = "SurveyJS";
    private const int DeepestPanel = 20;

    private readonly JsonElement root;
    private readonly ContentBuilder builder;

    private SurveyJsReader(JsonElement root)
    {
        this.root = root;
        // Without a language of its own it is English, which is what the tool says.
        string first = root.Said("locale") is { Length: > 0 } locale ? locale : "en";
        var others = new List<string>();
        Languages(root, others);
        builder = new(new([first, .. others]));
    }

    public static bool Is(JsonElement root) =>
        root.At("pages") is { ValueKind: JsonValueKind.Array } || root.At("elements") is { ValueKind: JsonValueKind.Array }
        || root.At("questions") is { ValueKind: JsonValueKind.Array };

    public static ImportedQuestionnaire Read(JsonElement root, string fileName)
    {
        var reader = new SurveyJsReader(root);
        reader.Pages();
        return reader.builder.Finish(Tool, fileName, root.Text("title"), root.Text("description"), root.Text("completedHtml"));
    }

    private static void Languages(JsonElement element, List<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in element.EnumerateArray()) Languages(item, found);
        if (element.ValueKind != JsonValueKind.Object) return;
        bool text = element.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String && p.Name.Length is 2 or 5 or 7);
        foreach (JsonProperty property in element.EnumerateObject())
            if (text && property.Name is not ("default" or "type" or "name" or "title" or "value"))
            {
                if (!found.Contains(property.Name)) found.Add(property.Name);
            }
            else Languages(property.Value, found);
    }

    private void Pages()
    {
        int number = 0;
        if (root.At("pages") is { ValueKind: JsonValueKind.Array } pages)
            foreach (JsonElement page in pages.EnumerateArray())
            {
                string place = $"pages[{number++}]", name = page.Said("name") is { Length: > 0 } named ? named : "page" + number;
                builder.Begin(name, page.Text("title"), page.Text("description"), place, Rule(page, "visibleIf"));
                if (page.Count("timeLimit") > 0 || page.Count("maxTimeToFinish") > 0)
                    builder.Tell(LossKind.Left, place, name, LossNotes.LimitLeft);
                if (page.Said("questionsOrder") == "random" || page.Said("questionOrder") == "random")
                    builder.Tell(LossKind.Left, place, name, LossNotes.RandomLeft);
                Elements(page, place, null, 0);
            }
        Elements(root, "", null, 0);
        int at = 0;
        foreach (JsonElement trigger in root.List("triggers"))
            builder.Tell(LossKind.Left, $"triggers[{at++}]", trigger.Said("type"), LossNotes.TriggerLeft,
                ShortText.Of(trigger.Said("expression")));
        at = 0;
        foreach (JsonElement value in root.List("calculatedValues"))
            builder.Tell(LossKind.Left, $"calculatedValues[{at++}]", value.Said("name"), LossNotes.Computed);
        if (root.At("completedHtmlOnCondition") is not null)
            builder.Tell(LossKind.Left, "completedHtmlOnCondition", "", LossNotes.TriggerLeft, "completedHtmlOnCondition");
        if (root.Said("navigateToUrl") is { Length: > 0 } url)
            builder.Tell(LossKind.Left, "navigateToUrl", "", LossNotes.EndAddressLeft, ShortText.Of(url));
    }

    private void Elements(JsonElement parent, string place, ForeignRule? rule, int depth)
    {
        if (depth > DeepestPanel) throw ImportLimits.Damaged(place);
        foreach (string list in (string[])["elements", "questions", "templateElements"])
        {
            int at = 0;
            foreach (JsonElement element in parent.List(list))
            {
                string where = place.Length == 0 ? $"{list}[{at}]" : $"{place}.{list}[{at}]";
                at++;
                if (element.ValueKind == JsonValueKind.Object) Element(element, where, rule, depth);
            }
        }
    }

    private void Element(JsonElement element, string place, ForeignRule? rule, int depth)
    {
        string type = element.Said("type"), name = element.Said("name") is { Length: > 0 } named ? named : "q";
        ForeignRule? shown = ForeignRule.Both(rule, Rule(element, "visibleIf"));
        if (element.Said("enableIf") is { Length: > 0 } enabled)
            builder.Tell(LossKind.Left, place, name, LossNotes.TriggerLeft, ShortText.Of("enableIf: " + enabled));
        if (type is "panel" or "paneldynamic")
        {
            if (type == "paneldynamic") builder.Tell(LossKind.Changed, place, name, LossNotes.Repeat);
            ForeignText said = element.Text("title").Then(element.Text("description"), "\n");
            if (!said.IsEmpty) builder.Ask(new(name, place, QuestionKind.Statement, said) { ShownWhen = shown });
            Elements(element, place, shown, depth + 1);
            return;
        }
        if (element.At("defaultValue") is not null || element.At("defaultValueExpression") is not null)
            builder.Tell(LossKind.Left, place, name, LossNotes.DefaultLeft);
        if (element.At("correctAnswer") is not null) builder.Tell(LossKind.Left, place, name, LossNotes.ScoringLeft);
        if (element.At("visible") is { ValueKind: JsonValueKind.False } && Rule(element, "visibleIf") is null)
        {
            builder.Tell(LossKind.Left, place, name, LossNotes.HiddenLeft);
            return;
        }
        Ask(element, type, name, place, shown);
        if (element.Is("showCommentArea") || element.Is("hasComment"))
        {
            builder.Tell(LossKind.Changed, place, name, LossNotes.CommentSplit, name + "-Comment");
            builder.Ask(new(name + "-Comment", place, QuestionKind.Comment, element.Text("commentText")) { ShownWhen = shown });
        }
    }

    private static ForeignRule? Rule(JsonElement element, string name) =>
        element.Said(name) is { Length: > 0 } source ? ExpressionParser.Read(source, ExpressionDialect.SurveyJs) : null;
}
