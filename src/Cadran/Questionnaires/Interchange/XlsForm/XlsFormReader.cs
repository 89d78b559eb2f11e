using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>Questionnaires of ODK, KoboToolbox and others, written as an XLSForm workbook.</summary>
internal sealed partial class XlsFormReader
{
    public const string Tool = "XLSForm";
    private const int DeepestGroup = 20;

    private static readonly string[] Texts = ["label", "hint", "guidance_hint", "constraint_message", "required_message"];

    private static readonly HashSet<string> Known =
    [
        "type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant", "constraint", "constraint_message",
        "calculation", "default", "appearance", "read_only", "choice_filter", "parameters", "repeat_count",
    ];

    private readonly XlsFormSheet survey;
    private readonly Dictionary<string, List<ForeignOption>> lists = [];
    private readonly ContentBuilder builder;
    private readonly Stack<Group> groups = new();

    /// <summary>A group that is open.</summary>
    /// <param name="Opens">It is a section; otherwise its questions stand in that of a group around it, under its rule.</param>
    private sealed record Group(string Kind, string Name, ForeignText Label, string Place, ForeignRule? Rule, bool Opens);

    private XlsFormReader(XlsFormSheet survey, XlsFormSheet? choices, string defaultLanguage)
    {
        this.survey = survey;
        IEnumerable<string> named = survey.Header.Concat(choices?.Header ?? [])
            .SelectMany(column => Texts.Select(text => XlsFormSheet.LanguageOf(column, text))).OfType<string>();
        builder = new(new(named.OrderByDescending(l => string.Equals(l, defaultLanguage, StringComparison.OrdinalIgnoreCase)).Distinct()));
        if (choices is not null) Lists(choices);
    }

    public static ImportedQuestionnaire Read(Stream stream, string fileName)
    {
        IReadOnlyList<XlsFormSheet> sheets = XlsFormSheets.Read(stream);
        if (sheets.FirstOrDefault(s => s.Name == "survey") is not { } survey || !survey.Header.Contains("type"))
            throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
        XlsFormSheet? settings = sheets.FirstOrDefault(s => s is { Name: "settings", Rows.Count: > 0 });
        string Setting(string name) => settings is null ? "" : settings.Cell(settings.Rows[0].Cells, name);
        var reader = new XlsFormReader(survey, sheets.FirstOrDefault(s => s.Name == "choices"), Setting("default_language"));
        foreach (XlsFormSheet sheet in sheets)
            if (sheet.Name is not ("survey" or "choices" or "settings")) reader.builder.Tell(LossKind.Left, sheet.Name, sheet.Name,
                LossNotes.SheetUnknown);
        reader.Columns();
        foreach (var (number, cells) in survey.Rows) reader.Row(cells, $"survey, row {number}");
        if (reader.groups.Count > 0) reader.builder.Tell(LossKind.Changed, "survey", "", LossNotes.Unclosed);
        return reader.builder.Finish(Tool, Setting("form_title") is { Length: > 0 } title ? title : fileName,
            ForeignText.Of(Setting("form_title")), new(), new());
    }

    private void Lists(XlsFormSheet choices)
    {
        foreach (var (_, cells) in choices.Rows)
        {
            string list = choices.Cell(cells, "list_name"), name = choices.Cell(cells, "name");
            if (list.Length == 0 || name.Length == 0) continue;
            if (!lists.TryGetValue(list, out var options)) lists[list] = options = [];
            // The same choice twice differs by what filters it.
            if (!options.Exists(o => o.Name == name)) options.Add(new(name, choices.Text(cells, "label")));
        }
    }

    private void Columns()
    {
        var seen = new HashSet<string>();
        foreach (string column in survey.Header.Where(c => c.Length > 0))
            if (!seen.Add(column)) builder.Tell(LossKind.Left, "survey", column, LossNotes.DuplicateColumn);
            else if (!Known.Contains(column.Split(':')[0])) builder.Tell(LossKind.Left, "survey", column, LossNotes.ColumnUnknown);
    }

    private void Row(string[] cells, string place)
    {
        string written = survey.Cell(cells, "type"), name = survey.Cell(cells, "name");
        if (written.Length == 0)
        {
            if (name.Length > 0) builder.Tell(LossKind.Left, place, name, LossNotes.RowUnknown);
            return;
        }
        XlsFormType type = XlsFormType.Of(written);
        switch (type.Name)
        {
            case "begin group" or "begin repeat":
                Begin(type.Name, name, cells, place);
                return;
            case "end group" or "end repeat":
                if (!groups.TryPop(out Group? ended) || ended.Kind != type.Name[4..])
                    builder.Tell(LossKind.Changed, place, name, LossNotes.Unclosed);
                // What follows is in the group around it, or in none.
                else if (ended.Opens && groups.FirstOrDefault(g => g.Opens) is { } around)
                    builder.Begin(around.Name, around.Label, new(), around.Place, Around());
                else if (ended.Opens) builder.Begin("section", new(), new(), place);
                return;
            default:
                Ask(type, written, name.Length > 0 ? name : "q", cells, place);
                return;
        }
    }

    /// <summary>A group of the first level is a section; what is inside another is part of it.</summary>
    private void Begin(string kind, string name, string[] cells, string place)
    {
        ForeignRule? rule = Rule(cells, "relevant");
        if (kind == "begin repeat") builder.Tell(LossKind.Changed, place, name, LossNotes.Repeat);
        if (groups.Count >= DeepestGroup) throw ImportLimits.Damaged(place);
        ForeignText label = survey.Text(cells, "label");
        groups.Push(new(kind[6..], name, label, place, rule, groups.Count == 0 || !label.IsEmpty));
        if (groups.Peek().Opens) builder.Begin(name, label, survey.Text(cells, "hint"), place, Around());
    }

    /// <summary>The rules of a section's group and of all those around it.</summary>
    private ForeignRule? Around() => groups.SkipWhile(g => !g.Opens).Aggregate((ForeignRule?)null,
        (rule, group) => ForeignRule.Both(group.Rule, rule));

    private ForeignRule? Rule(string[] cells, string column) =>
        survey.Cell(cells, column) is { Length: > 0 } source ? ExpressionParser.Read(source, ExpressionDialect.XPath) : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
