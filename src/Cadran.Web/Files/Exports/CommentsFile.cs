using System.Text;
using Cadran.Insight;

namespace Cadran.Web.Files;

/// <summary>The comments of a wave that may be shown, as CSV or as long texts of SPSS.</summary>
public static class CommentsFile
{
    // Fixed by what a comment may be: 2,000 letters of up to three bytes, and what stands for what was masked.
    private const int TextBytes = 8_000, CodeBytes = 48;

    public static async Task WriteCsvAsync(Stream to, IReadOnlyList<WaveComment> comments, CsvStyle style, CancellationToken ct)
    {
        await using var csv = new StreamWriter(to, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        await csv.WriteLineAsync($"question{style.Separator}comment".AsMemory(), ct);
        foreach (WaveComment comment in comments)
            await csv.WriteLineAsync($"{style.Text(comment.Question)}{style.Separator}{style.Text(comment.Text)}".AsMemory(), ct);
    }

    public static async Task WriteSavAsync(
        Stream to, IReadOnlyList<WaveComment> comments, string title, DateTime made, CancellationToken ct)
    {
        SavVariable question = new("question", "", CodeBytes), text = new("comment", "", TextBytes);
        var sav = new SavWriter(to, [question, text], comments.Count, title, made);
        foreach (WaveComment comment in comments)
        {
            sav.Text(question, Encoding.UTF8.GetBytes(comment.Question));
            sav.Text(text, Encoding.UTF8.GetBytes(comment.Text));
            await sav.EndCaseAsync(ct);
        }
        await sav.EndAsync();
    }
}
