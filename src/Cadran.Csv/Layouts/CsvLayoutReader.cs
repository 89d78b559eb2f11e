using System.Text;

namespace Cadran.Csv;

/// <summary>Looks at the first rows of a survey's file. What it cannot tell it takes for answers.</summary>
internal static class CsvLayoutReader
{
    private const int RowsLookedAt = 300, TitlesAtMost = 12;

    public static CsvLayout? Look(Stream stream, CsvOptions options)
    {
        // Not disposed: that would close the stream, which is read again from its start.
        var tokenizer = new CsvTokenizer(new CsvSource(stream, options), options);
        var rows = new List<(long Number, string[] Cells)>();
        try
        {
            while (rows.Count < RowsLookedAt && tokenizer.Next())
            {
                string[] cells = [.. Enumerable.Range(0, tokenizer.Count).Select(i => Encoding.UTF8.GetString(tokenizer.Cell(i)))];
                if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) rows.Add((tokenizer.Row, cells));
            }
        }
        catch (CsvException)
        {
            // The reading itself will come to the place and say it.
        }
        return rows.Count == 0 ? null : Of(rows, options);
    }

    private static CsvLayout Of(List<(long Number, string[] Cells)> rows, CsvOptions options)
    {
        int at = Titles(rows);
        string[] header = [.. rows[at].Cells.Select(c => c.Trim())];
        List<string[]> below = [.. rows.Skip(at + 1).Select(r => r.Cells)];
        int second = SecondHeader.Count(header, below);
        List<string[]> answers = below[second..];
        string[] texts = Texts(header.Length, below[..second]);
        bool joined = second > 0 && SecondHeader.NamesTheUnnamed(header, below[0], below[1..]);
        (IReadOnlyList<string> names, var repeated) = ColumnTitles.Of(header, joined ? texts : null);
        return new()
        {
            HeaderRow = rows[at].Number,
            SecondHeaders = second,
            Names = names,
            Written = [.. header.Select(Encoding.UTF8.GetBytes)],
            Repeated = repeated,
            Texts = texts,
            Rules = Rules(header, answers, options),
        };
    }

    /// <summary>Rows above the names: one cell, or a word and what it says, where the others have many.</summary>
    private static int Titles(List<(long Number, string[] Cells)> rows)
    {
        int widest = rows.Max(r => Filled(r.Cells)), at = 0;
        while (at < Math.Min(TitlesAtMost, rows.Count - 1) && IsTitle(rows[at].Cells, widest)) at++;
        // Names are no numbers: below a title stand names, and below a lone name stand answers.
        return at == TitlesAtMost || rows[at].Cells.Any(cell => CsvNumber.TryRead(cell, ';', out _)) ? 0 : at;
    }

    private static bool IsTitle(string[] cells, int widest) =>
        (Filled(cells) == 1 && widest >= 3) || (Filled(cells) == 2 && widest >= 5);

    private static int Filled(string[] cells) => cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static string[] Texts(int columns, IReadOnlyList<string[]> second)
    {
        string[] texts = [.. Enumerable.Repeat("", columns)];
        foreach (string[] row in second.Where(row => !SecondHeader.HoldsIdentifiers(row)))
            for (int i = 0; i < Math.Min(columns, row.Length); i++)
                if (texts[i].Length == 0)
                    texts[i] = string.Join(' ', row[i].Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
        return texts;
    }

    private static RowRules Rules(string[] header, List<string[]> answers, CsvOptions options)
    {
        // A row with one cell may be the note that is looked for.
        List<string> first = [.. answers.Where(r => Filled(r) > 1).Select(r => r[0].Trim()).Where(v => v.Length > 0)];
        List<string> words = [.. first.Where(v => !CsvNumber.TryRead(v, ';', out _))];
        return SurveyTool.Rules(header, answers) with
        {
            FirstIsNoLabel = words.Count * 5 < first.Count || (first.Count > 2 && words.Count <= 2)
                || first.Distinct().Count() == first.Count,
            FirstIsOneWord = first.Count > 2 && !first.Exists(v => v.Contains(' ', StringComparison.Ordinal)),
            Labels = words.CountBy(w => w, StringComparer.OrdinalIgnoreCase).Where(w => w.Value > 1).Select(w => w.Key)
                .ToHashSet(StringComparer.OrdinalIgnoreCase),
            Keep = options.Keep,
        };
    }
}
