namespace Cadran.Statistics.Drivers;

/// <summary>The sampling units (clusters, or rows when there are none) of a stratified sample and the stratum of each.</summary>
internal sealed class SamplingUnits
{
    private SamplingUnits(int rows, int[]? unitOfRow, int[] stratumOfUnit, int[] unitsInStratum, double[] fractionOfStratum)
    {
        UnitOfRow = unitOfRow;
        StratumOfUnit = stratumOfUnit;
        UnitsInStratum = unitsInStratum;
        FractionOfStratum = fractionOfStratum;
        Rows = rows;
    }

    public int Rows { get; }

    /// <summary>Null when each row is its own unit.</summary>
    public int[]? UnitOfRow { get; }

    public int[] StratumOfUnit { get; }

    public int[] UnitsInStratum { get; }

    /// <summary>Sampled share of the stratum's units, in [0, 1]; 0 with replacement.</summary>
    public double[] FractionOfStratum { get; }

    public int Units => StratumOfUnit.Length;

    public int Strata => UnitsInStratum.Length;

    public int DegreesOfFreedom => Units - Strata;

    public bool HasLoneUnit => Array.IndexOf(UnitsInStratum, 1) >= 0;

    public int UnitOf(int row) => UnitOfRow is null ? row : UnitOfRow[row];

    /// <exception cref="ArgumentOutOfRangeException">A population that is not positive, or smaller than the sample.</exception>
    public static SamplingUnits Build(int rows, ReadOnlySpan<int> strata, ReadOnlySpan<int> clusters, ReadOnlySpan<double> population)
    {
        var stratumOfRow = strata.IsEmpty ? new int[rows] : Dense(strata);
        var strataCount = rows == 0 ? 0 : stratumOfRow.Max() + 1;
        int[]? unitOfRow = null;
        var stratumOfUnit = stratumOfRow;
        if (!clusters.IsEmpty)
        {
            unitOfRow = DensePairs(stratumOfRow, clusters);
            stratumOfUnit = new int[rows == 0 ? 0 : unitOfRow.Max() + 1];
            for (var i = 0; i < rows; i++) stratumOfUnit[unitOfRow[i]] = stratumOfRow[i];
        }
        var counts = new int[strataCount];
        foreach (var h in stratumOfUnit) counts[h]++;
        return new SamplingUnits(rows, unitOfRow, stratumOfUnit, counts, Fractions(stratumOfRow, counts, population));
    }

    public static void CheckWeights(ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < weights.Length; i++)
            if (!(weights[i] >= 0) || double.IsInfinity(weights[i]))
                throw new ArgumentOutOfRangeException(nameof(weights), weights[i], $"Weight of row {i} must be finite and at least zero.");
    }

    private static double[] Fractions(int[] stratumOfRow, int[] counts, ReadOnlySpan<double> population)
    {
        var fractions = new double[counts.Length];
        if (population.IsEmpty) return fractions;
        var size = new double[counts.Length];
        for (var i = 0; i < stratumOfRow.Length; i++)
        {
            var h = stratumOfRow[i];
            if (!(population[i] >= counts[h]))
                throw new ArgumentOutOfRangeException(nameof(population), population[i], $"Row {i}: the population of its stratum is smaller than the {counts[h]} units sampled.");
            if (size[h] != 0 && size[h] != population[i])
                throw new ArgumentException($"Row {i}: population {population[i]} differs from {size[h]} given earlier for the same stratum.", nameof(population));
            size[h] = population[i];
        }
        for (var h = 0; h < counts.Length; h++) fractions[h] = counts[h] / size[h];
        return fractions;
    }

    private static int[] Dense(ReadOnlySpan<int> codes)
    {
        var known = new Dictionary<int, int>();
        var dense = new int[codes.Length];
        var (previous, index) = (0, -1);
        for (var i = 0; i < codes.Length; i++)
        {
            if (index < 0 || codes[i] != previous)
            {
                previous = codes[i];
                if (!known.TryGetValue(previous, out index)) known.Add(previous, index = known.Count);
            }
            dense[i] = index;
        }
        return dense;
    }

    private static int[] DensePairs(int[] stratum, ReadOnlySpan<int> codes)
    {
        var known = new Dictionary<long, int>();
        var dense = new int[codes.Length];
        var (previous, index) = (0L, -1);
        for (var i = 0; i < codes.Length; i++)
        {
            var key = ((long)stratum[i] << 32) | (uint)codes[i];
            if (index < 0 || key != previous)
            {
                previous = key;
                if (!known.TryGetValue(key, out index)) known.Add(key, index = known.Count);
            }
            dense[i] = index;
        }
        return dense;
    }
}
