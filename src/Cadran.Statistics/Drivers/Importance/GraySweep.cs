namespace Cadran.Statistics.Drivers;

/// <summary>Visits all 2^p driver subsets in the order of the reflected Gray code and gives each one's R² to the Shapley sum.</summary>
/// <remarks>A step decides one driver. Taking it sweeps it out of the correlation matrix of the drivers still undecided;
/// leaving it out moves on. Each level keeps its matrix, so that a subset is one sweep from a smaller one and never undone:
/// most sweeps are of a few drivers instead of all p, and no subset is more than p sweeps from the data, where sweeping one matrix
/// in and out carries the rounding of 2^p. With w(s) = s!(p-s-1)!/p!, the share of driver j is phi_j = sum over S containing
/// j of (w(|S|-1) + w(|S|)) R²(S), minus the same constant for all; the constant follows from sum phi = R² of all drivers.
/// The first levels are cut into a fixed number of stretches of the code, added up in a fixed order: one core and two give
/// the same bits.</remarks>
internal sealed class GraySweep
{
    private const int StretchLevels = 6;
    private const int ParallelFrom = 13;

    private readonly int drivers;
    private readonly int stride;
    private readonly double[] coefficient;
    private readonly double[] buffers;
    private readonly double[] sums;

    public GraySweep(int drivers)
    {
        this.drivers = drivers;
        stride = drivers + 1;
        coefficient = Coefficients(drivers);
        buffers = new double[(drivers + 1) * stride * stride];
        sums = new double[drivers];
    }

    /// <param name="correlation">Square, drivers first, overall last; only the upper triangle is read.
    /// A driver without variance has a zero diagonal and adds nothing.</param>
    /// <param name="shares">Receives one share of R² per driver.</param>
    /// <param name="onAllCores">False where the caller already keeps every core busy, as replicates do.</param>
    /// <returns>R² of all drivers together.</returns>
    public double Shapley(ReadOnlySpan<double> correlation, Span<double> shares, bool onAllCores = true)
    {
        correlation.CopyTo(buffers);
        Array.Clear(sums);
        var full = FullRSquared();
        correlation.CopyTo(buffers);
        if (onAllCores && drivers >= ParallelFrom) SumStretches(correlation.ToArray());
        else Visit(0, 0, 0, 0, reversed: false);
        Finish(full, shares);
        return full;
    }

    private void Finish(double full, Span<double> shares)
    {
        var total = 0.0;
        foreach (var sum in sums) total += sum;
        var constant = (total - full) / drivers;
        for (var j = 0; j < drivers; j++) shares[j] = sums[j] - constant;
    }

    private double FullRSquared()
    {
        var r2 = 0.0;
        for (int d = 0, buffer = 0; d < drivers; d++)
        {
            r2 += Gain(buffer, d);
            if (Sweep(buffer, d)) buffer++;
        }
        return r2;
    }

    private void SumStretches(double[] correlation)
    {
        var stretches = 1 << StretchLevels;
        var parts = new GraySweep[stretches];
        var totals = new double[stretches];
        Parallel.For(0, stretches, stretch =>
        {
            var part = new GraySweep(drivers);
            correlation.CopyTo(part.buffers, 0);
            var (buffer, size, r2) = (0, 0, 0.0);
            for (var d = 0; d < StretchLevels; d++)
            {
                if (!Takes(stretch, d)) continue;
                size++;
                r2 += part.Gain(buffer, d);
                if (part.Sweep(buffer, d)) buffer++;
            }
            totals[stretch] = part.Visit(buffer, StretchLevels, size, r2, reversed: (stretch & 1) != 0);
            parts[stretch] = part;
        });
        for (var stretch = 0; stretch < stretches; stretch++)
        {
            for (var d = 0; d < StretchLevels; d++)
                if (Takes(stretch, d)) sums[d] += totals[stretch];
            for (var j = StretchLevels; j < drivers; j++) sums[j] += parts[stretch].sums[j];
        }
    }

    /// <summary>Whether the Gray code of a stretch, its first driver the highest bit, holds driver <paramref name="d"/>.</summary>
    private static bool Takes(int stretch, int d) => ((stretch ^ (stretch >> 1)) >> (StretchLevels - 1 - d) & 1) != 0;

    /// <summary>
    /// The code of n drivers is that of n − 1 without the first driver, then the same backwards with it; backwards,
    /// the other way round.
    /// </summary>
    private double Visit(int buffer, int d, int size, double r2, bool reversed)
    {
        if (drivers - d == 2) return LastTwo(buffer, d, size, r2);
        if (d == drivers) return coefficient[size] * r2;
        var first = Half(buffer, d, size, r2, take: reversed, reversed: false);
        return first + Half(buffer, d, size, r2, take: !reversed, reversed: true);
    }

    private double Half(int buffer, int d, int size, double r2, bool take, bool reversed)
    {
        if (!take) return Visit(buffer, d + 1, size, r2, reversed);
        var gain = Gain(buffer, d);
        var with = Visit(Sweep(buffer, d) ? buffer + 1 : buffer, d + 1, size + 1, r2 + gain, reversed);
        sums[d] += with;
        return with;
    }

    private double LastTwo(int buffer, int a, int size, double r2)
    {
        var m = buffers.AsSpan(buffer * stride * stride);
        var b = a + 1;
        var (aa, ab, ay) = (m[(a * stride) + a], m[(a * stride) + b], m[(a * stride) + drivers]);
        var (bb, by) = (m[(b * stride) + b], m[(b * stride) + drivers]);
        var (gainA, gainB, gainBAfterA) = (0.0, 0.0, 0.0);
        if (bb > SymmetricMatrix.Tolerance) gainBAfterA = gainB = by * by / bb;
        if (aa > SymmetricMatrix.Tolerance)
        {
            gainA = ay * ay / aa;
            var f = ab / aa;
            var left = bb - (f * ab);
            var cross = by - (f * ay);
            gainBAfterA = left > SymmetricMatrix.Tolerance ? cross * cross / left : 0;
        }
        var onlyA = coefficient[size + 1] * (r2 + gainA);
        var onlyB = coefficient[size + 1] * (r2 + gainB);
        var both = coefficient[size + 2] * (r2 + gainA + gainBAfterA);
        sums[a] += onlyA + both;
        sums[b] += onlyB + both;
        return (coefficient[size] * r2) + onlyA + onlyB + both;
    }

    private double Gain(int buffer, int d)
    {
        var m = buffers.AsSpan((buffer * stride * stride) + (d * stride), stride);
        return m[d] > SymmetricMatrix.Tolerance ? m[drivers] * m[drivers] / m[d] : 0;
    }

    private bool Sweep(int buffer, int d)
    {
        var size = stride * stride;
        var from = buffers.AsSpan(buffer * size, size);
        var pivot = from[(d * stride) + d];
        if (!(pivot > SymmetricMatrix.Tolerance)) return false;
        var to = buffers.AsSpan((buffer + 1) * size, size);
        var pivotRow = from.Slice(d * stride, stride);
        for (var i = d + 1; i < drivers; i++)
        {
            var f = pivotRow[i] / pivot;
            var source = from.Slice((i * stride) + i, stride - i);
            var target = to.Slice((i * stride) + i, source.Length);
            var row = pivotRow.Slice(i, source.Length);
            for (var j = 0; j < source.Length; j++) target[j] = source[j] - (f * row[j]);
        }
        return true;
    }

    private static double[] Coefficients(int p)
    {
        var w = Weights(p);
        var c = new double[p + 1];
        for (var s = 0; s <= p; s++) c[s] = (s < p ? w[s] : 0) + (s > 0 ? w[s - 1] : 0);
        return c;
    }

    /// <summary>Shapley's weight s!(p−s−1)!/p! of entering after a set of s others, for s from 0 to p − 1.</summary>
    public static double[] Weights(int p)
    {
        // w(s) = 1 / ((p - s) C(p, s)), built by ratios so that nothing overflows.
        var w = new double[p];
        var choose = 1.0;
        for (var s = 0; s < p; s++)
        {
            w[s] = 1 / ((p - s) * choose);
            choose *= (double)(p - s) / (s + 1);
        }
        return w;
    }
}
