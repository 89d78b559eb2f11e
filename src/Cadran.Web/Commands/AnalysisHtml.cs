using System.Net;

namespace Cadran.Web.Commands;

/// <summary>The report as one self-contained page: no script, nothing loaded from elsewhere.</summary>
internal static class AnalysisHtml
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#16202b}table{border-collapse:collapse;margin:.5rem 0 2rem}caption{text-align:left;font-weight:600;font-size:1.15rem}th,td{padding:.3rem .8rem;border-bottom:1px solid #d5dbe1;text-align:left}.num{text-align:right;font-variant-numeric:tabular-nums}.scroll{overflow-x:auto}p{max-width:60ch}@media print{body{margin:0}}";

    public static async Task WriteAsync(AnalysisReport report, TextWriter output)
    {
        await output.WriteLineAsync("<!DOCTYPE html>");
        await output.WriteLineAsync($"<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Safe(report.Title)}</title><style>{Style}</style></head><body><main>");
        await output.WriteLineAsync($"<h1>{Safe(report.Title)}</h1>");
        foreach (string fact in report.Facts) await output.WriteLineAsync($"<p>{Safe(fact)}</p>");
        foreach (AnalysisReport.Table table in report.Tables) await WriteAsync(table, output);
        await output.WriteLineAsync("</main></body></html>");
    }

    private static async Task WriteAsync(AnalysisReport.Table table, TextWriter output)
    {
        if (table.Rows.Count == 0)
        {
            await output.WriteLineAsync($"<h2>{Safe(table.Title)}</h2><p>{Safe(table.Note)}</p>");
            return;
        }
        if (table.Note.Length > 0) await output.WriteLineAsync($"<p>{Safe(table.Note)}</p>");
        await output.WriteLineAsync($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Safe(table.Title)}\"><table><caption>{Safe(table.Title)}</caption><thead><tr>{string.Concat(table.Head.Select((h, c) => $"<th scope=\"col\"{Class(table, c)}>{Safe(h)}</th>"))}</tr></thead><tbody>");
        foreach (string[] row in table.Rows) await output.WriteLineAsync($"<tr>{string.Concat(row.Select((cell, c) => Cell(table, row, cell, c)))}</tr>");
        await output.WriteLineAsync("</tbody></table></div>");
    }

    private static string Cell(AnalysisReport.Table table, string[] row, string cell, int column)
    {
        if (column == 0) return $"<th scope=\"row\">{Safe(cell)}</th>";
        int span = table.Head.Count - row.Length + 1;
        return column == row.Length - 1 && span > 1 ? $"<td colspan=\"{span}\">{Safe(cell)}</td>" : $"<td{Class(table, column)}>{Safe(cell)}</td>";
    }

    private static string Class(AnalysisReport.Table table, int column) => column < table.TextColumns ? "" : " class=\"num\"";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
