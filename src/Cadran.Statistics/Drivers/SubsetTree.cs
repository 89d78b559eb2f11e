namespace Cadran.Statistics.Drivers;

/// <summary>Walks all 2^p driver subsets once and gives each one's R² to the Shapley sum.</summary>
/// <remarks>
/// A node decides one driver. Taking it eliminates it from the correlation matrix of the drivers still undecided
/// (a Schur complement), leaving it out only moves on, so a subset costs a few operations instead of a p² sweep.
/// With w(s) = s!(p-s-1)!/p!, the share of driver j is phi_j = sum over S containing j of (w(|S|-1) + w(|S|)) R²(S),
/// minus the same constant for all; the constant follows from sum phi = R² of all drivers. The first levels are cut
/// into a fixed number of branches added up in a fixed order: one core and two give the same bits.
/// </remarks>
internal sealed class SubsetTree
{
    private const int BranchLevels = 6;
    private const int ParallelFrom = 13;

    private readonly int drivers;
    private readonly int stride;
    private readonly double[] coefficient;
    private readonly double[] buffers;
    private readonly double[] sums;

    public SubsetTree(int drivers)
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
        if (onAllCores && drivers >= ParallelFrom) SumBranches(correlation.ToArray());
        else Visit(0, 0, 0, 0);
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
            if (Eliminate(buffer, d)) buffer++;
        }
        return r2;
    }

    private void SumBranches(double[] correlation)
    {
        var branches = 1 << BranchLevels;
        var trees = new SubsetTree[branches];
        var totals = new double[branches];
        Parallel.For(0, branches, branch =>
        {
            var tree = new SubsetTree(drivers);
            correlation.CopyTo(tree.buffers, 0);
            var (buffer, size, r2) = (0, 0, 0.0);
            for (var d = 0; d < BranchLevels; d++)
            {
                if ((branch >> d & 1) == 0) continue;
                size++;
                r2 += tree.Gain(buffer, d);
                if (tree.Eliminate(buffer, d)) buffer++;
            }
            totals[branch] = tree.Visit(buffer, BranchLevels, size, r2);
            trees[branch] = tree;
        });
        for (var branch = 0; branch < branches; branch++)
        {
            for (var d = 0; d < BranchLevels; d++)
                if ((branch >> d & 1) != 0) sums[d] += totals[branch];
            for (var j = BranchLevels; j < drivers; j++) sums[j] += trees[branch].sums[j];
        }
    }

    private double Visit(int buffer, int d, int size, double r2)
    {
        if (drivers - d == 2) return LastTwo(buffer, d, size, r2);
        if (d == drivers) return coefficient[size] * r2;
        var without = Visit(buffer, d + 1, size, r2);
        var gain = Gain(buffer, d);
        var with = Visit(Eliminate(buffer, d) ? buffer + 1 : buffer, d + 1, size + 1, r2 + gain);
        sums[d] += with;
        return without + with;
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

    private bool Eliminate(int buffer, int d)
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
