using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Rows that are their own sampling units, counted by stratum, category and overall code: all that tells them apart but their weight.</summary>
internal sealed class ThresholdCells
{
    private readonly int codes, categories;

    private ThresholdCells(int strata, int categories, int codes)
    {
        (this.categories, this.codes) = (categories, codes);
        var cells = strata * categories * codes;
        People = new int[cells];
        Weight = new double[cells];
        Squared = new double[cells];
    }

    public int Count => People.Length;

    /// <summary>Complete rows of positive weight; cells of none are empty.</summary>
    public int[] People { get; }

    public double[] Weight { get; }

    /// <summary>Sum of squared weights.</summary>
    public double[] Squared { get; }

    public int StratumOf(int cell) => cell / codes / categories;

    public int CategoryOf(int cell) => cell / codes % categories;

    public int CodeOf(int cell) => cell % codes;

    /// <summary>True when the cells take no more memory than the rows do.</summary>
    public static bool Fit(int rows, int strata, int categories, int codes) => (long)strata * categories * codes <= rows + 1_000_000L;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ThresholdCells Of(FailingDrivers failing, DriverData data, SamplingUnits units, int codes)
    {
        // Incomplete rows have a category of their own, after those that count, so that no row needs a test.
        var cells = new ThresholdCells(units.Strata, failing.Incomplete + 1, codes);
        var category = failing.Category;
        var overall = data.Overall.Span;
        var weights = data.Weights.Span;
        var strata = units.Strata > 1 ? units.StratumOfUnit : null;
        for (var i = 0; i < category.Length; i++)
        {
            var stratum = strata is null ? 0 : strata[i];
            var at = (((stratum * cells.categories) + category[i]) * codes) + Math.Max((int)overall[i], 0);
            if (weights.IsEmpty)
            {
                cells.People[at]++;
                continue;
            }
            var w = weights[i];
            if (w > 0) cells.People[at]++;
            cells.Weight[at] += w;
            cells.Squared[at] += w * w;
        }
        for (var c = 0; c < cells.Count; c++)
            if (cells.CategoryOf(c) == failing.Incomplete) cells.People[c] = 0;
        if (weights.IsEmpty)
            for (var c = 0; c < cells.Count; c++) cells.Weight[c] = cells.Squared[c] = cells.People[c];
        return cells;
    }
}
