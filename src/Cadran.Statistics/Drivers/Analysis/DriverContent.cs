using System.Runtime.CompilerServices;
using Cadran.Statistics.Replication;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// What each complete row of positive weight holds, to order sampling units by; the others hold nothing that an analysis
/// uses. Drivers are told apart by their ratings, not by their places, so that the order in which they are given does not
/// decide what is drawn.
/// </summary>
internal static class DriverContent
{
    private const int Block = 4096;

    public static ulong[] Of(DriverData data, bool[] complete)
    {
        var counts = (bool[])complete.Clone();
        if (data.Design.WeightArray is { } weights)
            for (var i = 0; i < counts.Length; i++) counts[i] &= weights[i] > 0;
        return RowContent.OfCodes([.. InOrder(data, counts).Select(j => data.Drivers[j]), data.Overall], counts);
    }

    /// <summary>
    /// Drivers in an order that their ratings decide: by mean, or where two have the same by how they go together with the overall
    /// rating. Where even that is the same, their places do.
    /// </summary>
    internal static int[] InOrder(DriverData data, bool[] counts)
    {
        var means = Means(data, counts, withOverall: false);
        var joint = means.Distinct().Count() == means.Length ? means : Means(data, counts, withOverall: true);
        return [.. Enumerable.Range(0, means.Length).OrderBy(j => means[j]).ThenBy(j => joint[j])];
    }

    /// <summary>
    /// Weighted means of the ratings, or of numbers that stand for the ratings and for the overall rating beside them, which no two
    /// drivers share unless as many people gave each pair. Ten digits, which the order of summation does not touch.
    /// </summary>
    private static double[] Means(DriverData data, bool[] counts, bool withOverall)
    {
        var blocks = (counts.Length + Block - 1) / Block;
        var sums = new double[blocks][];
        Parallel.For(0, blocks, b =>
        {
            var from = b * Block;
            var rows = Math.Min(Block, counts.Length - from);
            var weights = Weights(data, counts, from, rows, withOverall);
            sums[b] = new double[data.Drivers.Count + 1];
            for (var j = 0; j < data.Drivers.Count; j++)
            {
                var codes = data.Drivers[j].Span.Slice(from, rows);
                sums[b][j] = withOverall ? Joint(codes, weights) : VectorLoops.Dot(codes, weights);
            }
            sums[b][^1] = VectorLoops.Sum(weights);
        });
        var total = new double[data.Drivers.Count + 1];
        foreach (var sum in sums) VectorLoops.Add(total, sum, 1);
        return [.. total[..^1].Select(t => Math.Round(t / total[^1], 10))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Weights(DriverData data, bool[] counts, int from, int rows, bool withOverall)
    {
        var result = new double[rows];
        var weights = data.Design.WeightArray;
        var overall = data.Overall.Span.Slice(from, rows);
        for (var i = 0; i < rows; i++)
        {
            if (!counts[from + i]) continue;
            result[i] = (weights is null ? 1 : weights[from + i]) * (withOverall ? Irregular[overall[i]] : 1);
        }
        return result;
    }

    // Rows without a rating have weight 0.
    private static double Joint(ReadOnlySpan<sbyte> codes, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < codes.Length; i++) sum += weights[i] * Irregular[(byte)codes[i]];
        return sum;
    }

    // Numbers between 1 and 2 that no sum of small multiples makes equal.
    private static readonly double[] Irregular =
        [.. Enumerable.Range(0, byte.MaxValue + 1).Select(code => 1 + (RowContent.Mix((ulong)code + 1) >> 11) * (1.0 / (1UL << 53)))];
}
