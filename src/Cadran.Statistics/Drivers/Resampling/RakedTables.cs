using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Drivers;

/// <summary>Tables by random group and raking cell, so that raking can be repeated inside every replicate without touching rows.</summary>
internal sealed class RakedTables
{
    private const double Tolerance = 1e-10;
    private const int Rounds = 500;

    private readonly IReadOnlyList<Margin> margins;
    private readonly RakingCells cells;
    private readonly int[] groupOfTable;
    private readonly int[] cellOfTable;
    private readonly double[] weightOfTable;

    /// <param name="design">The sample.</param>
    /// <param name="margins">Populations that the full sample can meet.</param>
    /// <param name="groups">What replicates redraw.</param>
    public RakedTables(Design design, IReadOnlyList<Margin> margins, RandomGroups groups)
    {
        this.margins = margins;
        cells = RakingCells.Build(margins, design.Rows);
        var tables = DistinctRows.OfCodes([(groups.GroupOfRow, groups.Count), (cells.CellOfRow, cells.Count)], design.Rows);
        TableOfRow = tables.PatternOfRow;
        groupOfTable = Array.ConvertAll(tables.First, row => groups.GroupOfRow[row]);
        cellOfTable = Array.ConvertAll(tables.First, row => cells.CellOfRow[row]);
        weightOfTable = tables.Sum([.. Enumerable.Range(0, design.Rows).Select(design.Weight)]);
    }

    /// <summary>Every row has one: those that are not analysed are raked too.</summary>
    public int[] TableOfRow { get; }

    public int Count => groupOfTable.Length;

    /// <summary>
    /// Factor of each table: its group's times what raking the replicate makes of its cell; null when the replicate
    /// cannot meet the margins.
    /// </summary>
    public double[]? Factors(double[] groupFactors)
    {
        var weight = new double[cells.Count];
        for (var t = 0; t < groupOfTable.Length; t++) weight[cellOfTable[t]] += groupFactors[groupOfTable[t]] * weightOfTable[t];
        try
        {
            var raked = Raking.Fit(weight, cells, margins, Tolerance * margins[0].Total, Rounds);
            var factors = new double[groupOfTable.Length];
            for (var t = 0; t < factors.Length; t++) factors[t] = groupFactors[groupOfTable[t]] * raked[cellOfTable[t]];
            return factors;
        }
        catch (WeightingException)
        {
            return null; // A category emptied: this replicate says nothing about the raked estimate.
        }
    }
}
