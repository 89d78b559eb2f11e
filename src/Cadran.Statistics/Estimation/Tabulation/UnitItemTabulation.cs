namespace Cadran.Statistics.Estimation;

/// <summary>
/// Tables of an item when each row is its own cluster: (people, weight, weight², people of positive weight) by
/// group, stratum and value.
/// </summary>
internal sealed class UnitItemTabulation(Design design, CellIndex index, Scale scale, double[] table, int slots)
    : ItemTabulation(design, scale, index.Buckets - 1)
{
    private (int From, int To) Cells(int bucket) =>
        bucket < 0 ? (0, index.Cells) : (index.BucketStart[bucket], index.BucketStart[bucket + 1]);

    /// <summary>Position of a cell's sums for the scale's lowest value.</summary>
    private int First(int cell) => 4 * (cell * slots + UnitTable.Offset + Scale.Minimum);

    internal override DomainCounts Counts(int bucket)
    {
        var counts = DomainCounts.Zero(Scale.Points);
        var (from, to) = Cells(bucket);
        for (var c = from; c < to; c++)
        {
            for (int v = 0, s = First(c); v < Scale.Points; v++, s += 4)
            {
                counts.People[v] += (int)table[s];
                counts.Weight[v] += table[s + 1];
            }
            for (var kind = 0; kind < 5; kind++)
            {
                var s = 4 * (c * slots + UnitTable.Offset - 1 - kind);
                counts.Absent[kind] += (int)table[s];
                counts.AbsentWeight[kind] += table[s + 1];
            }
        }
        return counts;
    }

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var (from, to) = Cells(bucket);
        var strata = Design.ClustersInStratum.Length;
        var sums = new double[strata];
        var squares = new double[strata];
        var units = new int[strata];
        for (var c = from; c < to; c++)
        {
            var h = index.StratumOfCell[c];
            for (int v = 0, s = First(c); v < deviations.Length; v++, s += 4)
            {
                var d = deviations[v];
                sums[h] += table[s + 1] * d;
                squares[h] += table[s + 2] * d * d;
                units[h] += (int)table[s + 3];
            }
        }
        return new UnitContributions(Design, sums, squares, units);
    }

    internal override LinearisedCovariance Covariance(int bucket, double[] shares, double weight)
    {
        var (from, to) = Cells(bucket);
        var points = shares.Length;
        var total = new ShareCovarianceSum(Design, points);
        // Cells come group by group; overall, a stratum's cells must be brought together first.
        int[] order = [.. Enumerable.Range(from, to - from)];
        if (bucket < 0 && index.Buckets > 1) order = [.. order.OrderBy(c => index.StratumOfCell[c])];
        for (var i = 0; i < order.Length;)
        {
            int h = index.StratumOfCell[order[i]], present = 0;
            double[] weights = new double[points], squares = new double[points];
            for (; i < order.Length && index.StratumOfCell[order[i]] == h; i++)
                for (int v = 0, s = First(order[i]); v < points; v++, s += 4)
                {
                    weights[v] += table[s + 1];
                    squares[v] += table[s + 2];
                    present += (int)table[s + 3];
                }
            if (present == 0) continue;
            var factor = total.Enter(h, present);
            if (factor != 0) Products(weights, squares, shares, weight, Design.ClustersInStratum[h], total.Matrix, factor);
        }
        return total.Finish();
    }

    /// <summary>A unit with value v has z = w·(e_v − shares)/W: its outer products need only Σw² by value.</summary>
    private static void Products(double[] weights, double[] squares, double[] shares, double weight, int units, double[,] matrix,
        double factor)
    {
        double everybody = weights.Sum(), all = squares.Sum();
        double[] sum = [.. weights.Select((w, v) => (w - shares[v] * everybody) / weight)];
        var perUnit = units > 1 ? 1.0 / units : 0;
        for (var j = 0; j < shares.Length; j++)
            for (var k = 0; k <= j; k++)
            {
                var raw = (j == k ? squares[j] : 0) - shares[k] * squares[j] - shares[j] * squares[k] + shares[j] * shares[k] * all;
                matrix[j, k] += factor * (raw / (weight * weight) - sum[j] * sum[k] * perUnit);
            }
    }
}
