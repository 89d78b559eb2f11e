using System.Text;

namespace Cadran.Csv;

internal static class CsvDialect
{
    private static readonly byte[] Candidates = [(byte)',', (byte)';', (byte)'\t'];

    /// <summary>
    /// The separator that cuts most of the first rows into as many cells: titles above the names and short rows do not count against it.
    /// Among equals the one that cuts the first row so too, then the one that gives most cells, then the comma.
    /// </summary>
    public static byte Delimiter(ReadOnlySpan<byte> sample)
    {
        byte best = Candidates[0];
        (int Agreeing, int First, int Cells) bestScore = (0, 0, 0);
        foreach (byte candidate in Candidates)
        {
            (int, int, int) score = Score(sample, candidate);
            if (score.CompareTo(bestScore) > 0) (best, bestScore) = (candidate, score);
        }
        return best;
    }

    /// <summary>
    /// The separator that the first line names as spreadsheets do, “sep=;”, and the length of that line; null without one.
    /// </summary>
    public static (byte Delimiter, int Length)? Said(ReadOnlySpan<byte> sample)
    {
        int at = sample.StartsWith("\""u8) ? 1 : 0;
        ReadOnlySpan<byte> word = "sep="u8;
        if (sample.Length < at + word.Length + 1 || !Ascii.EqualsIgnoreCase(sample.Slice(at, word.Length), word)) return null;
        byte delimiter = sample[at + word.Length];
        int end = at + word.Length + 1 + at;
        bool known = Array.IndexOf(Candidates, delimiter) >= 0 || delimiter == (byte)'|';
        if (!known || (at == 1 && (sample.Length < end || sample[end - 1] != (byte)'"'))) return null;
        // A spreadsheet that saves such a file again fills the line up with separators.
        while (end < sample.Length && sample[end] == delimiter) end++;
        if (end < sample.Length && sample[end] == '\r') end++;
        if (end < sample.Length && sample[end] == '\n') end++;
        return end == sample.Length || sample[end - 1] is (byte)'\n' or (byte)'\r' ? (delimiter, end) : null;
    }

    private static (int Agreeing, int First, int Cells) Score(ReadOnlySpan<byte> sample, byte delimiter)
    {
        const int rowsLookedAt = 20;
        var counts = new List<int>(rowsLookedAt);
        int cells = 0;
        bool quoted = false;
        foreach (byte b in sample)
        {
            if (b == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (b == delimiter) cells++;
            else if (b == '\n')
            {
                counts.Add(cells);
                cells = 0;
                if (counts.Count == rowsLookedAt) break;
            }
        }
        if (counts.Count < rowsLookedAt && cells > 0) counts.Add(cells);
        var usual = counts.Where(c => c > 0).GroupBy(c => c)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return usual is null ? (0, 0, 0) : (usual.Count(), counts[0] == usual.Key ? 1 : 0, usual.Key);
    }
}
