namespace Cadran.Statistics.Weighting;

/// <summary>The combinations of categories that occur: a million rows on three margins are a hundred and twenty cells.</summary>
/// <param name="CellOfRow">Cell of each row.</param>
/// <param name="Category">Category of each cell, by margin.</param>
internal sealed record RakingCells(int[] CellOfRow, int[][] Category)
{
    public int Count => Category.Length == 0 ? 0 : Category[0].Length;

    public static RakingCells Build(IReadOnlyList<Margin> margins, int rows)
    {
        var distinct = DistinctRows.OfCodes([.. margins.Select(m => (m.Variable.Array, m.Variable.Levels))], rows);
        return new(distinct.PatternOfRow, [.. margins.Select(m => Array.ConvertAll(distinct.First, row => m.Variable.Array[row]))]);
    }
}
