using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>The answers of a row as they are stored.</summary>
internal sealed partial class ImportRows
{
    private int Answers(CsvRow row, ref int errors)
    {
        int length = 0;
        json[length++] = (byte)'{';
        foreach (ImportCell cell in cells)
        {
            ImportCell.Outcome outcome = cell.Read(row);
            if (outcome.Problem is { } problem)
                Tell(row.Error(cell.Column, "import.value", problem, ShortText.Of(row.Text(cell.Column))), ref errors);
            Write(outcome.Json, ref length);
        }
        foreach (ImportOptions several in options)
        {
            (byte[] answer, string? problem, int column) = several.Read(row);
            if (problem is not null) Tell(row.Error(column, "import.value", problem, ShortText.Of(row.Text(column))), ref errors);
            Write(answer, ref length);
        }
        json[length++] = (byte)'}';
        return length;
    }

    private void Write(byte[] answer, ref int length)
    {
        if (answer.Length == 0) return;
        int needed = length + answer.Length + 2;
        if (needed > json.Length) Array.Resize(ref json, Math.Max(json.Length * 2, needed));
        if (length > 1) json[length++] = (byte)',';
        answer.CopyTo(json.AsSpan(length));
        length += answer.Length;
    }
}
