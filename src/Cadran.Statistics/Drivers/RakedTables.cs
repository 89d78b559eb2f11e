using System.Runtime.InteropServices;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Drivers;

/// <summary>Tables by block and raking cell, so that raking can be repeated inside every replicate without touching rows.</summary>
internal sealed class RakedTables
{
    private const double Tolerance = 1e-10;
    private const int Rounds = 500;

    private readonly IReadOnlyList<Margin> margins;
    private readonly RakingCells cells;
    private readonly int[] blockOfTable;
    private readonly int[] cellOfTable;
    private readonly double[] weightOfTable;

    /// <exception cref="WeightingException">Margins that the full sample cannot meet.</exception>
    public RakedTables(Design design, IReadOnlyList<Margin> margins, int[] blockOfRow)
    {
        Raking.Apply(design, margins);
        this.margins = margins;
        cells = RakingCells.Build(margins, design.Rows);
        TableOfRow = new int[design.Rows];
        var tableOf = new Dictionary<(int Block, int Cell), int>();
        var (block, cell, weight) = (new List<int>(), new List<int>(), new List<double>());
        for (var i = 0; i < TableOfRow.Length; i++)
        {
            ref var table = ref CollectionsMarshal.GetValueRefOrAddDefault(tableOf, (blockOfRow[i], cells.CellOfRow[i]), out var exists);
            if (!exists)
            {
                table = block.Count;
                block.Add(blockOfRow[i]);
                cell.Add(cells.CellOfRow[i]);
                weight.Add(0);
            }
            TableOfRow[i] = table;
            weight[table] += design.Weight(i);
        }
        (blockOfTable, cellOfTable, weightOfTable) = ([.. block], [.. cell], [.. weight]);
    }

    /// <summary>Every row has one: those that are not analysed are raked too.</summary>
    public int[] TableOfRow { get; }

    public int Count => blockOfTable.Length;

    /// <summary>Factor of each table: its block's times what raking the replicate makes of its cell; null when the replicate cannot meet the margins.</summary>
    public double[]? Factors(double[] blockFactors)
    {
        var weight = new double[cells.Count];
        for (var t = 0; t < blockOfTable.Length; t++) weight[cellOfTable[t]] += blockFactors[blockOfTable[t]] * weightOfTable[t];
        try
        {
            var raked = Raking.Fit(weight, cells, margins, Tolerance * margins[0].Total, Rounds);
            var factors = new double[blockOfTable.Length];
            for (var t = 0; t < factors.Length; t++) factors[t] = blockFactors[blockOfTable[t]] * raked[cellOfTable[t]];
            return factors;
        }
        catch (WeightingException)
        {
            return null; // A category emptied: this replicate says nothing about the raked estimate.
        }
    }
}
