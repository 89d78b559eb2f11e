using System.IO.Pipelines;
using System.Text;
using Cadran.Insight;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Answers person by person as comma-separated values, written as they go out: no row is ever an object.</summary>
public static class PeopleCsv
{
    private const int FlushBytes = 1 << 16, NumberBytes = 40;

    /// <param name="labels">Words instead of numbers.</param>
    public static async Task WriteAsync(Stream to, PeopleTable table, string language, CsvStyle style, bool labels,
        IStringLocalizer<Text> text, CancellationToken ct)
    {
        IReadOnlyList<PeopleColumn> columns = PeopleColumn.Of(table, language);
        var sample = SampleColumns.All(table);
        byte[][][] cells = [.. columns.Select(c => Cells(c, style, labels, text))];
        int longest = cells.Sum(c => c.Max(cell => cell.Length) + 1) + sample.Count * NumberBytes + 2;
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(minimumBufferSize: FlushBytes, leaveOpen: true));
        Write(pipe, Encoding.UTF8.Preamble);
        Write(pipe, Encoding.UTF8.GetBytes(string.Join(style.Separator,
            columns.Select(c => c.Name).Concat(sample.Select(s => s.Name)).Select(style.Text)) + "\r\n"));
        sbyte[][] answers = [.. columns.Select(_ => new sbyte[PeopleTable.Portion])];
        for (int first = 0; first < table.Rows; first += PeopleTable.Portion)
        {
            int rows = table.Read(first, answers);
            for (int i = 0; i < rows; i++)
            {
                pipe.Advance(Row(pipe.GetSpan(longest), answers, i, cells, first + i, sample, style));
                if (pipe.UnflushedBytes >= FlushBytes) await pipe.FlushAsync(ct);
            }
        }
        await pipe.CompleteAsync();
    }

    private static int Row(Span<byte> to, sbyte[][] answers, int place, byte[][][] cells, int row,
        IReadOnlyList<(string Name, Func<int, double?> Of)> sample, CsvStyle style)
    {
        int at = 0;
        for (int variable = 0; variable < cells.Length; variable++)
        {
            byte[][] ofVariable = cells[variable];
            int answer = answers[variable][place];
            byte[] cell = ofVariable[answer < 0 ? ofVariable.Length + answer : answer];
            cell.CopyTo(to[at..]);
            at += cell.Length;
            to[at++] = (byte)style.Separator;
        }
        foreach (var (_, of) in sample)
        {
            at += Encoding.UTF8.GetBytes(style.Number(of(row)), to[at..]);
            to[at++] = (byte)style.Separator;
        }
        // The last separator gives its place to the end of the line.
        if (at > 0) at--;
        "\r\n"u8.CopyTo(to[at..]);
        return at + 2;
    }

    /// <summary>Bytes of every answer, then of the kinds of no value from −5 to −1.</summary>
    private static byte[][] Cells(PeopleColumn column, CsvStyle style, bool labels, IStringLocalizer<Text> text)
    {
        IEnumerable<string> answers = column.Variable.Values.Select(v =>
            labels && column.Words.TryGetValue(v.Number, out string? word) ? style.Text(word) : style.Number(v.Number));
        IEnumerable<string> none = Enumerable.Range(-5, 5).Select(kind =>
            NoAnswerNumber.All.FirstOrDefault(n => (int)n.Kind == kind) is not { } number ? ""
                : labels ? style.Text(text[number.Means]) : style.Number(number.Number));
        return [.. answers.Concat(none).Select(Encoding.UTF8.GetBytes)];
    }

    private static void Write(PipeWriter pipe, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(pipe.GetSpan(bytes.Length));
        pipe.Advance(bytes.Length);
    }
}
