namespace Cadran.Csv;

internal static class CsvDialect
{
    private static readonly byte[] Candidates = [(byte)',', (byte)';', (byte)'\t'];

    /// <summary>
    /// The separator that gives most of the first rows as many cells as the header; among equals the one that gives most
    /// cells, then the comma.
    /// </summary>
    public static byte Delimiter(ReadOnlySpan<byte> sample)
    {
        byte best = Candidates[0];
        (int Agreeing, int Cells) bestScore = (0, 0);
        foreach (byte candidate in Candidates)
        {
            (int, int) score = Score(sample, candidate);
            if (score.CompareTo(bestScore) > 0) (best, bestScore) = (candidate, score);
        }
        return best;
    }

    private static (int Agreeing, int Cells) Score(ReadOnlySpan<byte> sample, byte delimiter)
    {
        const int rowsLookedAt = 20;
        int header = -1, rows = 0, agreeing = 0, cells = 0;
        bool quoted = false;
        foreach (byte b in sample)
        {
            if (b == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (b == delimiter) cells++;
            else if (b == '\n')
            {
                if (header < 0) header = cells;
                if (header > 0 && cells == header) agreeing++;
                cells = 0;
                if (++rows == rowsLookedAt) break;
            }
        }
        return header < 0 ? (cells > 0 ? 1 : 0, cells) : (agreeing, header);
    }
}
