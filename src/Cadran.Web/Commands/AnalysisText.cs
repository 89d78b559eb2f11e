namespace Cadran.Web.Commands;

/// <summary>The report as aligned columns for a terminal.</summary>
internal static class AnalysisText
{
    public static async Task WriteAsync(AnalysisReport report, TextWriter output)
    {
        await output.WriteLineAsync(report.Title);
        foreach (string fact in report.Facts) await output.WriteLineAsync(fact);
        foreach (AnalysisReport.Table table in report.Tables)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync(table.Title.ToUpperInvariant());
            if (table.Note.Length > 0) await output.WriteLineAsync(table.Note);
            if (table.Rows.Count == 0) continue;
            int[] widths = Widths(table);
            await output.WriteLineAsync(Line(table.Head, widths, table));
            foreach (string[] row in table.Rows) await output.WriteLineAsync(Line(row, widths, table));
        }
    }

    // A row cut short by a reason does not widen the column the reason starts in.
    private static int[] Widths(AnalysisReport.Table table) =>
        [.. Enumerable.Range(0, table.Head.Count).Select(c =>
            table.Rows.Where(row => row.Length == table.Head.Count || c < row.Length - 1).Select(row => row[c].Length)
                .Append(table.Head[c].Length).Max())];

    private static string Line(IReadOnlyList<string> cells, int[] widths, AnalysisReport.Table table) =>
        string.Join("  ", cells.Select((cell, c) =>
            c < table.TextColumns || cells.Count < table.Head.Count ? Safe(cell).PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd();

    // Codes come from the file: a control character in one must not steer the terminal.
    private static string Safe(string text) =>
        text.Any(char.IsControl) ? new string([.. text.Select(ch => char.IsControl(ch) ? '\uFFFD' : ch)]) : text;
}
