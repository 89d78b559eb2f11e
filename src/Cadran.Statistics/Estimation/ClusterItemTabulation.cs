using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Estimation;

/// <summary>Tables of an item in a clustered design.</summary>
/// <param name="table">Weight by group, cluster and value.</param>
/// <param name="people">People by group and value; the last group is of those in none.</param>
/// <param name="absent">(weight, people) by group and kind of no value.</param>
internal sealed class ClusterItemTabulation(Design design, CellIndex index, Scale scale, double[] table, int[] people, double[] absent)
    : ItemTabulation(design, scale, index.Buckets - 1)
{
    private double[]? byCluster;

    private (int From, int To) Cells(int bucket) => bucket < 0 ? (0, index.Cells) : (index.BucketStart[bucket], index.BucketStart[bucket + 1]);

    internal override DomainCounts Counts(int bucket)
    {
        var counts = new DomainCounts(new int[Scale.Points], new double[Scale.Points], new int[5], new double[5]);
        var (from, to) = Cells(bucket);
        for (int c = from; c < to; c++)
            for (int v = 0; v < Scale.Points; v++) counts.Weight[v] += table[c * Scale.Points + v];
        for (int b = bucket < 0 ? 0 : bucket; b < (bucket < 0 ? index.Buckets : bucket + 1); b++)
        {
            for (int v = 0; v < Scale.Points; v++) counts.People[v] += people[b * Scale.Points + v];
            for (int kind = 0; kind < 5; kind++)
            {
                counts.AbsentWeight[kind] += absent[b * 10 + 2 * kind];
                counts.Absent[kind] += (int)absent[b * 10 + 2 * kind + 1];
            }
        }
        return counts;
    }

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var (from, to) = Cells(bucket);
        bool merged = bucket < 0 && index.Buckets > 1;
        var source = merged ? ByCluster() : table;
        if (merged) (from, to) = (0, Design.Clusters);
        var clusters = new int[to - from];
        var totals = new double[to - from];
        int found = 0;
        for (int c = from; c < to; c++)
        {
            double weight = 0, total = 0;
            var slots = source.AsSpan(c * Scale.Points, Scale.Points);
            for (int v = 0; v < deviations.Length; v++)
            {
                weight += slots[v];
                total += slots[v] * deviations[v];
            }
            if (!(weight > 0)) continue;
            clusters[found] = merged ? c : index.UnitOfCell[c];
            totals[found++] = total;
        }
        return new ClusterContributions(Design, clusters.AsMemory(0, found), totals.AsMemory(0, found));
    }

    internal override ShareCovariance Covariance(int bucket, double[] shares, double weight)
    {
        var (from, to) = Cells(bucket);
        bool merged = bucket < 0 && index.Buckets > 1;
        var source = merged ? ByCluster() : table;
        if (merged) (from, to) = (0, Design.Clusters);
        int points = Scale.Points;
        var total = new ShareCovarianceSum(Design, points);
        double[] run = [];
        while (from < to)
        {
            int stratum = Stratum(from), end = from;
            while (end < to && Stratum(end) == stratum) end++;
            if (run.Length < (end - from) * points) run = new double[(end - from) * points];
            int present = Influence(source, from, end, shares, weight, run);
            var z = run;
            if (present > 0)
                total.Add(stratum, present,
                    () => Sum(z, present, points),
                    (centre, matrix, factor) => Products(z, present, Design.ClustersInStratum[stratum] - present, centre, matrix, factor));
            from = end;
        }
        return total.Finish();

        int Stratum(int cell) => Design.StratumOfCluster[merged ? cell : index.UnitOfCell[cell]];
    }

    /// <summary>Σw·(1[value] − share)/W for each cluster with weight; returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Influence(double[] source, int from, int to, double[] shares, double weight, double[] z)
    {
        int points = shares.Length, present = 0;
        double perWeight = 1 / weight;
        for (int c = from; c < to; c++)
        {
            var slots = source.AsSpan(c * points, points);
            double all = 0;
            foreach (double w in slots) all += w;
            if (!(all > 0)) continue;
            var row = z.AsSpan(present++ * points, points);
            for (int v = 0; v < slots.Length; v++) row[v] = (slots[v] - shares[v] * all) * perWeight;
        }
        return present;
    }

    private static double[] Sum(double[] z, int present, int points)
    {
        var sum = new double[points];
        for (int i = 0; i < present * points; i += points)
            for (int v = 0; v < points; v++) sum[v] += z[i + v];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products(double[] z, int present, int absent, double[] centre, double[,] matrix, double factor)
    {
        int points = centre.Length;
        Span<double> deviation = stackalloc double[points];
        Span<double> sums = stackalloc double[points * points];
        sums.Clear();
        ref double d = ref MemoryMarshal.GetReference(deviation);
        for (int i = 0; i < present * points; i += points)
        {
            for (int v = 0; v < points; v++) deviation[v] = z[i + v] - centre[v];
            ref double sum = ref MemoryMarshal.GetReference(sums);
            for (int j = 0; j < points; j++)
            {
                double left = Unsafe.Add(ref d, j);
                for (int k = 0; k <= j; k++) Unsafe.Add(ref sum, k) += left * Unsafe.Add(ref d, k);
                sum = ref Unsafe.Add(ref sum, points);
            }
        }
        for (int j = 0; j < points; j++)
            for (int k = 0; k <= j; k++) matrix[j, k] += factor * (sums[j * points + k] + absent * centre[j] * centre[k]);
    }

    /// <summary>The table by cluster alone: overall, a cluster has a cell in several groups. Built once, on demand.</summary>
    private double[] ByCluster()
    {
        if (byCluster is not null) return byCluster;
        var sum = new double[Design.Clusters * Scale.Points];
        for (int c = 0; c < index.Cells; c++)
        {
            var to = sum.AsSpan(index.UnitOfCell[c] * Scale.Points, Scale.Points);
            var from = table.AsSpan(c * Scale.Points, Scale.Points);
            for (int s = 0; s < to.Length; s++) to[s] += from[s];
        }
        return byCluster = sum;
    }
}
