namespace Cadran.Statistics;

/// <summary>Internal consistency of the items of a composite, complete cases.</summary>
/// <param name="Cases">Rows with all items.</param>
/// <param name="Alpha">Cronbach's alpha, at most 1 and possibly negative; NaN when there is no variance or fewer than two cases.</param>
/// <param name="Standardised">Alpha of the standardised items, from the mean correlation.</param>
/// <param name="ItemRest">Correlation of each item with the sum of the others.</param>
/// <remarks>Cronbach (1951). Oracle: R psych 2.2.9 <c>alpha</c>.</remarks>
public sealed record Reliability(int Cases, double Alpha, double Standardised, double[] ItemRest)
{
    /// <param name="items">One column per item, NaN for no value.</param>
    public static Reliability Of(IReadOnlyList<double[]> items)
    {
        int k = items.Count;
        if (k < 2) throw new ArgumentException("Consistency needs two items or more.", nameof(items));
        int rows = items[0].Length;
        foreach (var item in items) if (item.Length != rows) throw new ArgumentException($"An item has {item.Length} rows, the first {rows}.", nameof(items));
        int[] complete = [.. Enumerable.Range(0, rows).Where(i => items.All(x => !double.IsNaN(x[i])))];
        double[] nothing = [.. Enumerable.Repeat(double.NaN, k)];
        if (complete.Length < 2) return new(complete.Length, double.NaN, double.NaN, nothing);
        var columns = items.Select(x => complete.Select(i => x[i]).ToArray()).ToArray();
        double[] total = [.. complete.Select((_, i) => columns.Sum(c => c[i]))];
        double within = columns.Sum(c => Covariance(c, c)), all = Covariance(total, total);
        double correlation = 0;
        for (int a = 0; a < k; a++) for (int b = 0; b < a; b++) correlation += Correlation(columns[a], columns[b]);
        correlation /= k * (k - 1) / 2.0;
        double[] rest = [.. columns.Select(c => Correlation(c, [.. total.Select((t, i) => t - c[i])]))];
        return new(complete.Length, all > 0 ? k / (k - 1.0) * (1 - within / all) : double.NaN, k * correlation / (1 + (k - 1) * correlation), rest);
    }

    private static double Covariance(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average(), sum = 0;
        for (int i = 0; i < x.Length; i++) sum += (x[i] - mx) * (y[i] - my);
        return sum / (x.Length - 1);
    }

    private static double Correlation(double[] x, double[] y) => Covariance(x, y) / Math.Sqrt(Covariance(x, x) * Covariance(y, y));
}
