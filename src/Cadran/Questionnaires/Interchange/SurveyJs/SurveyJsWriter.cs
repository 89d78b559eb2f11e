using System.Globalization;
using System.Text.Json.Nodes;

namespace Cadran.Questionnaires;

/// <summary>A questionnaire as SurveyJS reads it. Codes stay those of the questions, so that answers come back under them.</summary>
internal sealed partial class SurveyJsWriter
{
    private static readonly System.Text.Json.JsonSerializerOptions Indented =
        new(Mapping.JsonOptions) { WriteIndented = true, NewLine = "\n" };

    private readonly QuestionnaireContent content;
    private readonly ExportNotes notes = new();
    private readonly string first;

    private SurveyJsWriter(QuestionnaireContent content)
    {
        this.content = content;
        first = content.Languages.Contains("en") || content.Languages.Count == 0 ? "en" : content.Languages[0];
    }

    public static ExportedQuestionnaire Write(string name, QuestionnaireContent content)
    {
        var writer = new SurveyJsWriter(content);
        JsonObject root = writer.Survey(name);
        return new(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString(Indented) + "\n"), writer.notes.Lines);
    }

    private JsonObject Survey(string name)
    {
        var root = new JsonObject();
        if (first != "en") root["locale"] = first;
        root["title"] = Text(content.Title) ?? name;
        Put(root, "description", Text(content.Welcome));
        Put(root, "completedHtml", Text(content.Thanks, markup: true));
        var pages = new JsonArray();
        var triggers = new JsonArray();
        foreach (Section section in content.Sections)
        {
            pages.Add(Page(section));
            foreach (Ending ending in section.EndWhen)
                if (SurveyJsRules.Of(ending.When, content) is { } rule) triggers.Add(new JsonObject
                {
                    ["type"] = "complete",
                    ["expression"] = rule
                });
                else notes.Left(section.Code, ExportNotes.Rule);
        }
        root["pages"] = pages;
        if (triggers.Count > 0) root["triggers"] = triggers;
        return root;
    }

    private JsonObject Page(Section section)
    {
        var page = new JsonObject { ["name"] = section.Code };
        Put(page, "title", Text(section.Title));
        Put(page, "description", Text(section.Introduction));
        Put(page, "visibleIf", Rule(section.ShownWhen, section.Code));
        if (section.RandomOrder) page["questionOrder"] = "random";
        if (section.Loop is not null) notes.Left(section.Code, ExportNotes.Loop);
        var elements = new JsonArray();
        foreach (Question question in section.Questions)
        {
            Grid? grid = section.Grids.FirstOrDefault(g => g.Code == question.Grid);
            JsonArray into = elements;
            if (grid is not null)
            {
                string panel = "panel_" + grid.Code;
                if (elements.LastOrDefault() is not JsonObject last || (string?)last["name"] != panel)
                {
                    var made = new JsonObject { ["type"] = "panel", ["name"] = panel };
                    Put(made, "title", Text(grid.Text));
                    Put(made, "description", Text(grid.Hint));
                    made["elements"] = new JsonArray();
                    elements.Add(made);
                }
                into = elements[^1]!["elements"]!.AsArray();
            }
            into.Add(Element(question));
        }
        page["elements"] = elements;
        return page;
    }

    private JsonObject Element(Question question)
    {
        var element = new JsonObject { ["type"] = "text", ["name"] = question.Code };
        Put(element, "title", Text(question.Text));
        Put(element, "description", Text(question.Hint));
        if (question.Required) element["isRequired"] = true;
        Put(element, "visibleIf", Rule(question.ShownWhen, question.Code));
        Put(element, "requiredIf", Rule(question.RequiredWhen, question.Code));
        var validators = new JsonArray();
        foreach (Check check in question.Checks)
            if (Rule(check.Holds, question.Code) is { } holds)
            {
                var validator = new JsonObject { ["type"] = "expression", ["expression"] = holds };
                Put(validator, "text", Text(check.Message));
                validators.Add(validator);
            }
        Kind(question, element, validators);
        if (validators.Count > 0) element["validators"] = validators;
        return element;
    }

    private string? Rule(Condition? condition, string code)
    {
        if (condition is null) return null;
        string? rule = SurveyJsRules.Of(condition, content);
        if (rule is null) notes.Left(code, ExportNotes.Rule);
        return rule;
    }

    private static void Put(JsonObject into, string name, JsonNode? value)
    {
        if (value is not null) into[name] = value;
    }

    /// <summary>A string, or one for each language; English, or the first language without it, is what the tool falls back to.</summary>
    private JsonNode? Text(LocalText text, bool markup = false)
    {
        if (text == LocalText.Empty) return null;
        string Said(string language) => markup
            ? $"<p>{System.Net.WebUtility.HtmlEncode(text.In(language)).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"
            : text.In(language);
        List<string> others = [.. content.Languages.Where(l => l != first && text.Exactly(l).Length > 0)];
        if (others.Count == 0) return Said(first);
        var all = new JsonObject { ["default"] = Said(first) };
        foreach (string language in others) all[language] = Said(language);
        return all;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
