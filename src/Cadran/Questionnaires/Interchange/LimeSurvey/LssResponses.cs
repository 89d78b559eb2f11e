using System.Globalization;
using System.Text.RegularExpressions;
using Cadran.Csv;

namespace Cadran.Questionnaires;

/// <summary>
/// Answers of a LimeSurvey archive as a file that the import of a wave reads: our codes of questions in the header, our codes of options in
/// the cells, several of one question in one cell. Answers that were not sent are left out, as their tool leaves them out of its figures.
/// </summary>
internal static partial class LssResponses
{
    public static (byte[] Csv, int People) Write(LssDocument file, ContentBuilder builder)
    {
        List<LssRow> rows = [.. file.Rows("responses").Where(r => r["submitdate"].Length > 0)];
        var columns = new List<(string Field, string Code, string? Option)>();
        int left = 0;
        foreach (string field in (file.Fields.GetValueOrDefault("responses") ?? []).Where(f => Address().IsMatch(f)))
            if (builder.Find(field) is var (code, option)) columns.Add((field, code, option));
            else if (Ranked().Match(field) is { Success: true } rank && builder.Find(rank.Groups[1].Value) is var (ranking, _))
                columns.Add((field, ranking, null));
            else left++;
        if (left > 0) builder.Tell(LossKind.Left, "responses", "", LossNotes.ResponsesLeft, left);
        if (rows.Exists(r => Day(r).Length == 0)) builder.Tell(LossKind.Changed, "responses", "submitdate", LossNotes.ResponseDays);
        builder.Tell(LossKind.Kept, "responses", "", LossNotes.Responses, rows.Count);
        List<string> codes = [.. columns.Select(c => c.Code).Distinct()];
        byte[] csv = CsvWriter.Write(to =>
        {
            to.Row(["id", "received_on", "language", .. codes]);
            foreach (LssRow row in rows)
                to.Row([row["id"], Day(row), row["startlanguage"].Split('-')[0],
                    .. codes.Select(code => Cell(row, [.. columns.Where(c => c.Code == code)], builder))]);
        });
        return (csv, rows.Count);
    }

    private static string Cell(LssRow row, List<(string Field, string Code, string? Option)> columns, ContentBuilder builder)
    {
        if (columns is [var one] && one.Option is null) return Value(one.Field);
        if (columns.TrueForAll(c => c.Option is null))
            return string.Join('>', columns.Select(c => Value(c.Field)).Where(v => v.Length > 0));
        return string.Join(';', columns.Where(c => c.Option is not null && row["_" + c.Field] is { Length: > 0 } said && said != "N")
            .Select(c => c.Option));

        string Value(string field)
        {
            string said = row["_" + field] is { Length: > 0 } value ? value : row[field];
            string code = columns[0].Code;
            return said.Length == 0 ? "" : said == "-oth-" ? builder.OptionOf(code, "other") ?? said : builder.OptionOf(code, said)
                ?? (said is "Y" or "N" && builder.IsYesNo(code) ? said == "Y" ? YesNoKind.Yes : YesNoKind.No : said);
        }
    }

    /// <summary>The day; empty where the tool was told to hide it, which it does by saying 1980.</summary>
    private static string Day(LssRow row) => DateTime.TryParse(row["submitdate"], CultureInfo.InvariantCulture, DateTimeStyles.None,
        out DateTime moment) && moment.Year > 1980 ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    [GeneratedRegex(@"^\d+X\d+X\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(\d+X\d+X\d+)\d{1,2}$")]
    private static partial Regex Ranked();
}
