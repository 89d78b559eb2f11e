using System.Text;
using Cadran.Csv;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Several choices in a column for each option, which says whether it was chosen: as 0 and 1, in words, or by its own label. And what
/// else has a column for each part: numbers of options, two durations.
/// </summary>
internal sealed class ImportOptions
{
    private static readonly HashSet<string> Yes =
        ["1", "yes", "y", "true", "t", "x", "checked", "selected", "oui", "o", "vrai", "coche", "ja", "wahr", "waar", "✓", "✔", "☑"];

    private static readonly HashSet<string> No =
        ["0", "no", "n", "false", "f", "unchecked", "not selected", "not checked", "non", "faux", "non coche", "nee", "nein", "-"];

    private readonly Question question;
    private readonly (int Column, string Option, Dictionary<string, string> Recode)[] columns;
    private readonly HashSet<string> missing;

    private ImportOptions(ImportMap map, Question question, IEnumerable<ImportItem> items, CsvReader csv)
    {
        this.question = question;
        missing = [.. map.Missing.Append("")];
        columns = [.. items.Select(i => (csv.Column(i.Column), i.Option!, new Dictionary<string, string>(map.Values)))];
        foreach (var (item, column) in items.Zip(columns))
            foreach (var (from, to) in item.Values) column.Recode[from] = to;
    }

    /// <summary>Those of a map, one for each item.</summary>
    public static ImportOptions[] Of(ImportMap map, QuestionnaireContent content, CsvReader csv) =>
        [.. map.Items.Where(i => i.Option is not null).GroupBy(i => i.Item)
            .Select(g => new ImportOptions(map, content.Find(g.Key)!, g, csv))];

    /// <summary>The answer as "code":answer; empty when nothing was chosen. A problem stands at its column.</summary>
    public (byte[] Json, string? Problem, int Column) Read(CsvRow row)
    {
        if (question.Kind is not ChoicesKind kind) return ReadParts(row);
        var chosen = new List<string>();
        Answer? none = null;
        foreach (var (column, option, recode) in columns)
        {
            string written = row.Text(column).Trim(), cell = recode.GetValueOrDefault(written, written).Trim();
            if (missing.Contains(cell)) continue;
            string key = LabelText.Key(cell);
            if (key.EndsWith(".0", StringComparison.Ordinal)) key = key[..^2];
            if (Yes.Contains(key) || QuestionKind.OptionOf(question, cell) == option) chosen.Add(option);
            else if (NoValueCode.Find(cell) is { } code) none = new Answer.None(code.Kind);
            else if (!No.Contains(key)) return ([], AnswerProblem.NeitherYesNorNo.InFile, column);
        }
        if (chosen.Count == 0) return (none is null ? [] : Said(none), null, columns[0].Column);
        (Answer? answer, AnswerProblem? problem, _) = kind.Chosen(question, chosen);
        return (answer is null ? [] : Said(answer), problem?.InFile, columns[0].Column);
    }

    private (byte[] Json, string? Problem, int Column) ReadParts(CsvRow row)
    {
        var cells = new Dictionary<string, string>();
        Answer? none = null;
        foreach (var (column, part, recode) in columns)
        {
            string written = row.Text(column).Trim(), cell = recode.GetValueOrDefault(written, written).Trim();
            if (missing.Contains(cell)) continue;
            if (NoValueCode.Find(cell) is { } code) none = new Answer.None(code.Kind);
            else cells[part] = cell;
        }
        if (cells.Count == 0) return (none is null ? [] : Said(none), null, columns[0].Column);
        (Answer? answer, AnswerProblem? problem, _) = question.Kind.FromParts(question, cells);
        return (answer is null ? [] : Said(answer), problem?.InFile, columns[0].Column);
    }

    private byte[] Said(Answer answer) => Encoding.UTF8.GetBytes(new Answers().Set(question.Code, answer).ToJson()[1..^1]);
}
