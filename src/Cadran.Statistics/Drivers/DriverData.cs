namespace Cadran.Statistics.Drivers;

/// <summary>Rating columns for a driver analysis: an overall judgement and the drivers that may explain it.</summary>
/// <remarks>
/// Ratings are the codes of the scale (1..5, 0..10). Any negative code means "no value": the row is left out of the
/// analysis, but its cluster stays in the design, so that complete cases are treated as a domain (R: <c>subset(design, ...)</c>).
/// </remarks>
public sealed class DriverData
{
    public required ReadOnlyMemory<sbyte> Overall { get; init; }

    /// <summary>One column per driver, each as long as <see cref="Overall"/>.</summary>
    public required IReadOnlyList<ReadOnlyMemory<sbyte>> Drivers { get; init; }

    /// <summary>Sampling weights, finite and at least zero. Empty: every row counts one.</summary>
    public ReadOnlyMemory<double> Weights { get; init; }

    /// <summary>Stratum code of each row. Empty: one stratum.</summary>
    public ReadOnlyMemory<int> Strata { get; init; }

    /// <summary>Cluster code of each row, read within its stratum. Empty: each row is its own sampling unit.</summary>
    public ReadOnlyMemory<int> Clusters { get; init; }

    /// <summary>Number of clusters (or rows, without clusters) in the population of the row's stratum; the same in all
    /// rows of a stratum. Empty: sampled with replacement, no finite-population correction.</summary>
    public ReadOnlyMemory<double> Population { get; init; }

    public int Rows => Overall.Length;

    /// <exception cref="ArgumentOutOfRangeException">A code of zero or more outside the scale.</exception>
    internal bool[] CompleteRows(int scaleMinimum, int scaleMaximum)
    {
        var complete = new bool[Rows];
        Array.Fill(complete, true);
        LeaveOutMissing(complete, Overall.Span, scaleMinimum, scaleMaximum, nameof(Overall));
        foreach (var driver in Drivers) LeaveOutMissing(complete, driver.Span, scaleMinimum, scaleMaximum, nameof(Drivers));
        return complete;
    }

    internal void Check()
    {
        for (var j = 0; j < Drivers.Count; j++)
            if (Drivers[j].Length != Rows)
                throw new ArgumentException($"Driver {j} has {Drivers[j].Length} rows, overall has {Rows}.", nameof(Drivers));
        SameLength(Weights.Length, nameof(Weights));
        SameLength(Strata.Length, nameof(Strata));
        SameLength(Clusters.Length, nameof(Clusters));
        SameLength(Population.Length, nameof(Population));
        SamplingUnits.CheckWeights(Weights.Span);
    }

    private static void LeaveOutMissing(bool[] complete, ReadOnlySpan<sbyte> column, int minimum, int maximum, string name)
    {
        for (var i = 0; i < column.Length; i++)
        {
            if (column[i] < 0) complete[i] = false;
            else if (column[i] < minimum || column[i] > maximum)
                throw new ArgumentOutOfRangeException(name, column[i], $"Row {i}: the code is outside the scale {minimum}..{maximum}.");
        }
    }

    private void SameLength(int length, string name)
    {
        if (length != 0 && length != Rows)
            throw new ArgumentException($"{name} has {length} rows, overall has {Rows}.", name);
    }
}
