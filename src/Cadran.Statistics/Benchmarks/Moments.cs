namespace Cadran.Statistics.Benchmarks;

/// <summary>Count, mean and sum of squared deviations, updated one value at a time without cancellation (Welford).</summary>
internal readonly record struct Moments(int Count, double Mean, double Squares)
{
    public static Moments None => default;

    /// <summary>Variance of the mean of independent values; 0 for a single value, which shows no spread.</summary>
    public double VarianceOfMean => Count < 2 ? 0 : Squares / (Count - 1) / Count;

    public Moments Add(double value)
    {
        var delta = value - Mean;
        var mean = Mean + delta / (Count + 1);
        return new(Count + 1, mean, Squares + delta * (value - mean));
    }

    public Moments With(Moments other)
    {
        var count = Count + other.Count;
        if (count == 0) return None;
        var delta = other.Mean - Mean;
        return new(count, Mean + delta * other.Count / count, Squares + other.Squares + delta * delta * Count * other.Count / count);
    }

    public Estimate ToEstimate() => Count switch
    {
        0 => Estimate.Withheld(SuppressionReason.Empty, 0),
        1 => Estimate.Withheld(SuppressionReason.NoDegreesOfFreedom, 1),
        _ => new(Mean, Math.Sqrt(VarianceOfMean), Count - 1, Count),
    };

    /// <summary>By unit and group, leaving out NaN.</summary>
    public static Moments[][] Table(ReadOnlySpan<int> unit, ReadOnlySpan<int> group, ReadOnlySpan<double> value, int units, int groups)
    {
        if (unit.Length != value.Length || group.Length != value.Length)
            throw new ArgumentException($"Columns of {unit.Length}, {group.Length} and {value.Length} rows.", nameof(value));
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        var cells = new Moments[units][];
        for (var u = 0; u < units; u++) cells[u] = new Moments[groups];
        for (var i = 0; i < value.Length; i++)
        {
            if (unit[i] < 0 || unit[i] >= units) throw new ArgumentOutOfRangeException(nameof(unit), unit[i], $"Row {i}: units are numbered 0 to {units - 1}.");
            if (group[i] < 0 || group[i] >= groups) throw new ArgumentOutOfRangeException(nameof(group), group[i], $"Row {i}: groups are numbered 0 to {groups - 1}.");
            if (double.IsInfinity(value[i])) throw new ArgumentOutOfRangeException(nameof(value), value[i], $"Row {i}: values are finite or missing.");
            if (!double.IsNaN(value[i])) cells[unit[i]][group[i]] = cells[unit[i]][group[i]].Add(value[i]);
        }
        return cells;
    }
}
