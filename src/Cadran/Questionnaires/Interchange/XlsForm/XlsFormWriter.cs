using SpreadCheetah;

namespace Cadran.Questionnaires;

/// <summary>A questionnaire as an XLSForm workbook, by the rules of pyxform. Codes stay those of the questions.</summary>
internal sealed partial class XlsFormWriter
{
    private static readonly Dictionary<string, string> Names = new()
    { ["en"] = "English (en)", ["fr"] = "Français (fr)", ["nl"] = "Nederlands (nl)", ["de"] = "Deutsch (de)" };

    private readonly QuestionnaireContent content;
    private readonly ExportNotes notes = new();
    private readonly List<XlsFormRow> rows = [];
    private readonly Dictionary<string, IReadOnlyList<QuestionOption>> lists = [];
    private readonly List<string> ended = [];

    private XlsFormWriter(QuestionnaireContent content) => this.content = content;

    public static ExportedQuestionnaire Write(string name, QuestionnaireContent content)
    {
        var writer = new XlsFormWriter(content);
        writer.Form();
        return new(writer.Workbook(name).GetAwaiter().GetResult(), writer.notes.Lines);
    }

    private void Form()
    {
        if (content.Welcome != LocalText.Empty) rows.Add(new("note", "cadran_welcome") { Label = content.Welcome });
        foreach (Section section in content.Sections)
        {
            var conditions = new List<string>(ended);
            if (section.ShownWhen is { } shown)
                if (new XPathRules(content).Of(shown) is { } rule) conditions.Add(rule);
                else notes.Left(section.Code, ExportNotes.Rule);
            if (section.Loop is not null) notes.Left(section.Code, ExportNotes.Loop);
            string group = Free("section_" + section.Code);
            rows.Add(new("begin_group", group)
            {
                Label = section.Title,
                Appearance = "field-list",
                Relevant = string.Join(" and ", conditions.Select(c => $"({c})")),
            });
            if (section.Introduction != LocalText.Empty) rows.Add(new("note", Free(group + "_intro")) { Label = section.Introduction });
            string? grid = null;
            foreach (Question question in section.Questions)
            {
                if (question.Grid != grid && section.Grids.FirstOrDefault(g => g.Code == question.Grid) is { } shared)
                    rows.Add(new("note", Free("grid_" + shared.Code)) { Label = shared.Text, Hint = shared.Hint });
                grid = question.Grid;
                Ask(question);
            }
            rows.Add(new("end_group", group));
            foreach (Ending ending in section.EndWhen)
                if (new XPathRules(content).Of(ending.When) is { } over) ended.Add($"not({over})");
                else notes.Left(section.Code, ExportNotes.Rule);
        }
        if (content.Thanks != LocalText.Empty) rows.Add(new("note", "cadran_thanks") { Label = content.Thanks });
    }

    /// <summary>A name that no row and no question has.</summary>
    private string Free(string wanted)
    {
        string name = wanted;
        for (int n = 2; rows.Exists(r => r.Name == name) || content.Find(name) is not null; n++) name = $"{wanted}_{n}";
        return name;
    }

    private async Task<byte[]> Workbook(string name)
    {
        using var to = new MemoryStream();
        await using (Spreadsheet book = await Spreadsheet.CreateNewAsync(to))
        {
            await book.StartWorksheetAsync("survey");
            IReadOnlyList<string> languages = content.Languages.Count == 0 ? ["en"] : content.Languages;
            await Row(book, ["type", "name", .. languages.Select(l => "label::" + Names[l]), .. languages.Select(l => "hint::" + Names[l]),
                "required",
                "relevant", "constraint", .. languages.Select(l => "constraint_message::" + Names[l]), "appearance", "calculation",
                    "parameters"]);
            foreach (XlsFormRow row in rows)
            {
                bool ends = row.Type == "end_group";
                await Row(book, [row.Type, ends ? "" : row.Name, .. languages.Select(l => Said(row.Label, l)),
                    .. languages.Select(l => Said(row.Hint, l)),
                    row.Required, row.Relevant, row.Constraint, .. languages.Select(l => Said(row.Message, l)), row.Appearance,
                        row.Calculation,
                    row.Parameters]);
            }
            await book.StartWorksheetAsync("choices");
            await Row(book, ["list_name", "name", .. languages.Select(l => "label::" + Names[l])]);
            foreach (var (list, options) in lists)
                foreach (QuestionOption option in options)
                    await Row(book, [list, option.Code, .. languages
                        .Select(l => Said(option.Label, l) is { Length: > 0 } words ? words : option.Code)]);
            await book.StartWorksheetAsync("settings");
            await Row(book, ["form_title", "form_id", "default_language"]);
            await Row(book, [content.Title.In(languages[0]) is { Length: > 0 } title ? title : name,
                OwnItem.Slug(name) is { Length: > 0 } id ? id : "questionnaire", Names[languages[0]]]);
            await book.FinishAsync();
        }
        return to.ToArray();
    }

    /// <summary>Its places for earlier answers are written as they are there.</summary>
    private string Said(LocalText text, string language) => text == LocalText.Empty ? "" : Place().Replace(text.In(language),
        match => match.Value == "{{" ? "{" : content.Find(match.Groups[1].Value) is { Kind.HasAnswer: true } asked
            && asked.Kind != QuestionKind.Sum && asked.Kind != QuestionKind.Duration ? $"${{{asked.Code}}}" : match.Value);

    [System.Text.RegularExpressions.GeneratedRegex(@"\{\{|\{([a-z][a-z0-9_]*)\}")]
    private static partial System.Text.RegularExpressions.Regex Place();

    /// <summary>As text: nothing that a spreadsheet could take for a formula is one in a cell of that type.</summary>
    private static async Task Row(Spreadsheet book, string[] cells) =>
        await book.AddRowAsync(cells.Select(c => new DataCell(c.Length == 0 ? null : c)).ToArray());
}
