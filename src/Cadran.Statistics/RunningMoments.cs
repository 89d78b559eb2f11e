namespace Cadran.Statistics;

/// <summary>Count, mean and sum of squared deviations of independent values, updated one value at a time without cancellation (Welford 1962; merged as Chan, Golub and LeVeque 1983).</summary>
internal readonly record struct RunningMoments(int Count, double Mean, double Squares)
{
    public static RunningMoments None => default;

    /// <summary>With divisor n − 1; NaN for fewer than two values.</summary>
    public double Variance => Count < 2 ? double.NaN : Squares / (Count - 1);

    /// <summary>Variance of the mean of independent values; 0 for a single value, which shows no spread.</summary>
    public double VarianceOfMean => Count < 2 ? 0 : Variance / Count;

    public static RunningMoments Of(ReadOnlySpan<double> values)
    {
        var moments = None;
        foreach (var value in values) moments = moments.Add(value);
        return moments;
    }

    public RunningMoments Add(double value)
    {
        var delta = value - Mean;
        var mean = Mean + delta / (Count + 1);
        return new(Count + 1, mean, Squares + delta * (value - mean));
    }

    public RunningMoments With(RunningMoments other)
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
}
