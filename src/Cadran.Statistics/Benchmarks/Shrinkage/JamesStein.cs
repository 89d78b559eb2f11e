namespace Cadran.Statistics.Benchmarks;

/// <summary>James–Stein estimates towards the common mean, for units of equal precision.</summary>
/// <param name="Mean">Mean of the direct estimates.</param>
/// <param name="Shrinkage">B in [0, 1]: how far each unit is pulled to the mean.</param>
/// <param name="Values">Mean + (1 − B)(y_u − mean).</param>
/// <remarks>B = (k − 3)·variance / Σ(y − ȳ)², at most 1 (positive part). With unequal precision use <see cref="FayHerriot"/>.
/// Oracle: Efron and Morris 1975, 18 batting averages.</remarks>
public sealed record JamesStein(double Mean, double Shrinkage, IReadOnlyList<double> Values)
{
    /// <summary>Shrinks equally precise units towards their mean.</summary>
    /// <param name="direct">At least four finite values.</param>
    /// <param name="variance">Sampling variance of one value, not negative.</param>
    /// <exception cref="ArgumentException">Fewer than four units, a value that is not finite, a variance that is
    /// negative or not finite.</exception>
    public static JamesStein Of(ReadOnlySpan<double> direct, double variance)
    {
        if (direct.Length < 4)
            throw new ArgumentException($"{direct.Length} units: shrinking to their own mean needs at least four.", nameof(direct));
        if (!(variance >= 0) || double.IsInfinity(variance))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance is finite and not negative.");
        double mean = 0, squares = 0;
        foreach (var y in direct)
        {
            if (!double.IsFinite(y)) throw new ArgumentOutOfRangeException(nameof(direct), y, "Direct estimates are finite.");
            mean += y / direct.Length;
        }
        foreach (var y in direct) squares += (y - mean) * (y - mean);
        // Units that are all equal are already at their mean.
        var b = squares == 0 ? 1 : Math.Min(1, (direct.Length - 3) * variance / squares);
        var values = new double[direct.Length];
        for (var u = 0; u < values.Length; u++) values[u] = mean + (1 - b) * (direct[u] - mean);
        return new(mean, b, values);
    }
}
