namespace Cadran.Statistics;

/// <summary>Count, mean and sum of squared deviations of independent values, updated one value at a time without cancellation (Welford 1962).</summary>
internal readonly record struct RunningMoments(int Count, double Mean, double Squares)
{
    /// <summary>With divisor n − 1; NaN for fewer than two values.</summary>
    public double Variance => Count < 2 ? double.NaN : Squares / (Count - 1);

    /// <summary>Variance of the mean of independent values; NaN for fewer than two.</summary>
    public double VarianceOfMean => Variance / Count;

    public static RunningMoments Of(ReadOnlySpan<double> values)
    {
        var moments = default(RunningMoments);
        foreach (var value in values) moments = moments.Add(value);
        return moments;
    }

    private RunningMoments Add(double value)
    {
        var delta = value - Mean;
        var mean = Mean + delta / (Count + 1);
        return new(Count + 1, mean, Squares + delta * (value - mean));
    }
}
