namespace Cadran.Csv;

/// <summary>Where the cells of the present row lie in the buffer. Doubled quotes are reduced in place, once the row is complete.</summary>
internal sealed class CsvCells
{
    private int[] from = new int[64], length = new int[64];
    private bool[] doubled = new bool[64];
    private bool anyDoubled;

    public int Count { get; private set; }

    public void Clear() => (Count, anyDoubled) = (0, false);

    public void Add(int begin, int size, bool hasDoubledQuotes)
    {
        if (Count == from.Length)
        {
            Array.Resize(ref from, Count * 2);
            Array.Resize(ref length, Count * 2);
            Array.Resize(ref doubled, Count * 2);
        }
        (from[Count], length[Count], doubled[Count]) = (begin, size, hasDoubledQuotes);
        anyDoubled |= hasDoubledQuotes;
        Count++;
    }

    /// <summary>The bytes of a cell; none for a cell the row does not have.</summary>
    public ReadOnlySpan<byte> Of(byte[] buffer, int column) => column < Count ? buffer.AsSpan(from[column], length[column]) : [];

    public void Unescape(byte[] buffer)
    {
        if (!anyDoubled) return;
        for (int i = 0; i < Count; i++)
        {
            if (!doubled[i]) continue;
            Span<byte> cell = buffer.AsSpan(from[i], length[i]);
            int write = 0;
            for (int read = 0; read < cell.Length; read++)
            {
                cell[write++] = cell[read];
                if (cell[read] == '"') read++;
            }
            length[i] = write;
        }
    }
}
