using MathNet.Numerics.Statistics;

namespace Cadran.Statistics;

/// <summary>Internal consistency of the items of a composite, complete cases.</summary>
/// <param name="Cases">Rows with all items.</param>
/// <param name="Alpha">Cronbach's alpha, at most 1 and possibly negative; NaN when there is no variance or fewer than two cases.</param>
/// <param name="Standardised">Alpha of the standardised items, from the mean correlation; NaN when an item does not
/// vary or the items cancel each other.</param>
/// <param name="ItemRest">Correlation of each item with the sum of the others; NaN when either does not vary.</param>
/// <remarks>Cronbach (1951). Oracle: R psych 2.2.9 <c>alpha</c>.</remarks>
public sealed record Reliability(int Cases, double Alpha, double Standardised, double[] ItemRest)
{
    /// <summary>Alpha and item-rest correlations from the rows that answered every item.</summary>
    /// <param name="items">One column per item, NaN for no value.</param>
    /// <exception cref="ArgumentException">Fewer than two items, columns of unequal length, an infinite value.</exception>
    public static Reliability Of(IReadOnlyList<double[]> items)
    {
        var k = items.Count;
        if (k < 2) throw new ArgumentException("Consistency needs two items or more.", nameof(items));
        var rows = items[0].Length;
        foreach (var item in items)
        {
            if (item.Length != rows) throw new ArgumentException($"An item has {item.Length} rows, the first {rows}.", nameof(items));
            Magnitude.Check(item, nameof(items));
        }
        int[] complete = [.. Enumerable.Range(0, rows).Where(i => items.All(x => !double.IsNaN(x[i])))];
        double[] nothing = [.. Enumerable.Repeat(double.NaN, k)];
        if (complete.Length < 2) return new(complete.Length, double.NaN, double.NaN, nothing);
        var columns = items.Select(x => complete.Select(i => x[i]).ToArray()).ToArray();
        double[] total = [.. complete.Select((_, i) => columns.Sum(c => c[i]))];
        double within = columns.Sum(c => ArrayStatistics.Covariance(c, c)), all = ArrayStatistics.Covariance(total, total);
        double correlation = 0;
        for (var a = 0; a < k; a++) for (var b = 0; b < a; b++) correlation += Correlation.Pearson(columns[a], columns[b]);
        correlation /= k * (k - 1) / 2.0;
        var standardised = 1 + (k - 1) * correlation;
        double[] rest = [.. columns.Select(c => Correlation.Pearson(c, [.. total.Select((t, i) => t - c[i])]))];
        return new(complete.Length, all > 0 ? k / (k - 1.0) * (1 - within / all) : double.NaN,
            standardised > 0 ? k * correlation / standardised : double.NaN, rest);
    }
}
