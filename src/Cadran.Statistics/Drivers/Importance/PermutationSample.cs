using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Drivers;

/// <summary>Shapley shares from randomly drawn orders of entry, each order with its reverse (antithetic pairs).</summary>
/// <remarks>A driver early in one order is late in the other, so the two gains vary against each other and their mean varies
/// less. Within an order the gains add up to R² exactly, hence so do the shares. Orders are drawn once: replicates of a
/// bootstrap see the same ones, and the sampling of orders does not pass for sampling of respondents.</remarks>
internal sealed class PermutationSample
{
    private readonly int drivers;
    private readonly int[][] orders;

    public PermutationSample(int drivers, int pairs, ulong seed)
    {
        this.drivers = drivers;
        orders = new int[pairs][];
        var random = new PortableRandom(seed);
        for (var k = 0; k < pairs; k++)
        {
            orders[k] = [.. Enumerable.Range(0, drivers)];
            random.Shuffle<int>(orders[k]);
        }
    }

    /// <param name="correlation">As for <see cref="GraySweep"/>, both triangles filled.</param>
    /// <param name="shares">Receives the mean gain of each driver.</param>
    /// <param name="errors">Receives the standard error of that mean over pairs; may be empty.</param>
    public double Shapley(ReadOnlySpan<double> correlation, Span<double> shares, Span<double> errors = default)
    {
        var stride = drivers + 1;
        var matrix = new double[stride * stride];
        var pair = new double[drivers];
        var squares = new double[drivers];
        var rSquared = 0.0;
        shares.Clear();
        foreach (var order in orders)
        {
            Array.Clear(pair);
            Enter(correlation, matrix, order, pair);
            rSquared = Enter(correlation, matrix, [.. order.Reverse()], pair);
            for (var j = 0; j < drivers; j++)
            {
                shares[j] += pair[j] / 2;
                squares[j] += pair[j] * pair[j] / 4;
            }
        }
        for (var j = 0; j < drivers; j++)
        {
            shares[j] /= orders.Length;
            if (errors.IsEmpty) continue;
            var variance = Math.Max(0, (squares[j] / orders.Length) - (shares[j] * shares[j])) * orders.Length / (orders.Length - 1);
            errors[j] = Math.Sqrt(variance / orders.Length);
        }
        return rSquared;
    }

    private double Enter(ReadOnlySpan<double> correlation, double[] matrix, int[] order, double[] gains)
    {
        // The drivers in order of entry, so that elimination runs over a shrinking corner; overall last.
        var stride = drivers + 1;
        for (var a = 0; a < stride; a++)
        {
            var from = a < drivers ? order[a] : drivers;
            for (var b = a; b < stride; b++) matrix[(a * stride) + b] = correlation[(from * stride) + (b < drivers ? order[b] : drivers)];
        }
        var total = 0.0;
        for (var d = 0; d < drivers; d++)
        {
            var row = matrix.AsSpan(d * stride, stride);
            if (!(row[d] > SymmetricMatrix.Tolerance)) continue;
            var gain = row[drivers] * row[drivers] / row[d];
            gains[order[d]] += gain;
            total += gain;
            for (var i = d + 1; i < drivers; i++)
            {
                var f = row[i] / row[d];
                var target = matrix.AsSpan(i * stride, stride);
                for (var j = i; j < stride; j++) target[j] -= f * row[j];
            }
        }
        return total;
    }
}
