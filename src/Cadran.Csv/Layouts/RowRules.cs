using System.Text;

namespace Cadran.Csv;

/// <summary>What tells a row that is about nobody, or about somebody who did not answer in earnest or to the end.</summary>
internal sealed record RowRules
{
    private const int LongestWord = 40;

    /// <summary>First words of a row of totals; those of means may be labels of a scale as well.</summary>
    private static readonly HashSet<string> Sums = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "grand total", "subtotal", "sub-total", "sum", "totaux", "total général", "somme", "sous-total", "summe",
        "gesamt", "totaal", "som",
    };

    private static readonly HashSet<string> Means = new(StringComparer.OrdinalIgnoreCase)
    {
        "average", "avg", "avg.", "mean", "median", "std dev", "standard deviation", "moyenne", "médiane", "écart type", "écart-type",
        "mittelwert", "durchschnitt", "gemiddelde",
    };

    /// <summary>Columns by which a survey tool says that a row is a preview, and what they then say.</summary>
    public IReadOnlyList<(int Column, IReadOnlySet<string> Values)> Previews { get; init; } = [];

    /// <summary>Columns by which a survey tool says that somebody did not finish, and what they then say.</summary>
    public IReadOnlyList<(int Column, IReadOnlySet<string> Values)> Unfinished { get; init; } = [];

    /// <summary>The first column names people or holds numbers, so that “Average” in it is no answer.</summary>
    public bool FirstIsNoLabel { get; init; }

    /// <summary>No value of the first column has a space in it, so that a sentence there is a note.</summary>
    public bool FirstIsOneWord { get; init; }

    /// <summary>Words of totals that stand in the first column as labels: no sign of a total.</summary>
    public IReadOnlySet<string> Labels { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> Keep { get; init; } = new HashSet<string>();

    /// <summary>Why the row is left out, or null.</summary>
    public RowReason? Judge(CsvCells cells, byte[] buffer, CsvLayout layout)
    {
        if (RepeatsNames(cells, buffer, layout)) return RowReason.RepeatedHeader;
        if (Says(Previews, cells, buffer) && Leaves(RowReason.Preview)) return RowReason.Preview;
        if (Says(Unfinished, cells, buffer) && Leaves(RowReason.Unfinished)) return RowReason.Unfinished;
        int first = 0;
        while (first < cells.Count && cells.Of(buffer, first).IsEmpty) first++;
        ReadOnlySpan<byte> cell = cells.Of(buffer, first);
        if (cell.IsEmpty || cell[0] is >= (byte)'0' and <= (byte)'9') return null;
        if (first == 0 && FirstIsOneWord && layout.Names.Count > 2 && cell.IndexOf((byte)' ') > 0 && Alone(cells, buffer)
            && Leaves(RowReason.Note)) return RowReason.Note;
        return cell.Length <= LongestWord && IsTotal(Encoding.UTF8.GetString(cell), first, cells, buffer) && Leaves(RowReason.Total)
            ? RowReason.Total : null;
    }

    private bool Leaves(RowReason reason) => !Keep.Contains(reason.Code);

    private static bool RepeatsNames(CsvCells cells, byte[] buffer, CsvLayout layout)
    {
        int same = 0;
        for (int i = 0; i < layout.Written.Count; i++)
        {
            ReadOnlySpan<byte> name = layout.Written[i], cell = cells.Of(buffer, i).Trim((byte)' ');
            if (!cell.SequenceEqual(name)) return false;
            if (name.Length > 0) same++;
        }
        return same >= 2;
    }

    private static bool Says(IReadOnlyList<(int Column, IReadOnlySet<string> Values)> rules, CsvCells cells, byte[] buffer)
    {
        foreach ((int column, IReadOnlySet<string> values) in rules)
        {
            ReadOnlySpan<byte> cell = cells.Of(buffer, column);
            if (cell.Length <= LongestWord && values.Contains(Encoding.UTF8.GetString(cell).Trim())) return true;
        }
        return false;
    }

    private bool IsTotal(string cell, int column, CsvCells cells, byte[] buffer)
    {
        string word = cell.Trim().TrimEnd(':', '.', ' ');
        bool sum = Sums.Contains(word);
        if ((!sum && !Means.Contains(word)) || Labels.Contains(word) || (!sum && column == 0 && !FirstIsNoLabel)) return false;
        // What follows is numbers or nothing.
        for (int i = column + 1; i < cells.Count; i++)
        {
            ReadOnlySpan<byte> other = cells.Of(buffer, i);
            if (!other.IsEmpty && !CsvNumber.TryRead(other, ';', out _)
                && Encoding.UTF8.GetString(other).Trim().TrimEnd('%', ' ') is { Length: > 0 } text
                && !CsvNumber.TryRead(text, ';', out _)) return false;
        }
        return true;
    }

    private static bool Alone(CsvCells cells, byte[] buffer)
    {
        for (int i = 1; i < cells.Count; i++)
            if (!Encoding.UTF8.GetString(cells.Of(buffer, i)).AsSpan().IsWhiteSpace()) return false;
        return true;
    }
}
