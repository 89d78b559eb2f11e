namespace Cadran.Statistics.Estimation;

/// <summary>Tables of an item when each row is its own cluster: (people, weight, weight², people of positive weight) by stratum, group and value.</summary>
internal sealed class UnitItemTabulation(Design design, CellIndex index, Scale scale, double[] table, int slots)
    : ItemTabulation(design, scale, index.Buckets - 1)
{
    private int Strata => index.Cells / index.Buckets;

    private (int From, int To) BucketRange(int bucket) => bucket < 0 ? (0, index.Buckets) : (bucket, bucket + 1);

    internal override DomainCounts Counts(int bucket)
    {
        var counts = new DomainCounts(new int[Scale.Points], new double[Scale.Points], new int[5], new double[5]);
        var (from, to) = BucketRange(bucket);
        for (int h = 0; h < Strata; h++)
            for (int b = from; b < to; b++)
            {
                int cell = (h * index.Buckets + b) * slots;
                for (int v = 0; v < Scale.Points; v++)
                {
                    int s = 4 * (cell + UnitTable.Offset + Scale.Minimum + v);
                    counts.People[v] += (int)table[s];
                    counts.Weight[v] += table[s + 1];
                }
                for (int kind = 0; kind < 5; kind++)
                {
                    int s = 4 * (cell + UnitTable.Offset - 1 - kind);
                    counts.Absent[kind] += (int)table[s];
                    counts.AbsentWeight[kind] += table[s + 1];
                }
            }
        return counts;
    }

    internal override Contributions Contributions(int bucket, ReadOnlySpan<double> deviations)
    {
        var (from, to) = BucketRange(bucket);
        var sums = new double[Strata];
        var squares = new double[Strata];
        var units = new int[Strata];
        for (int h = 0; h < Strata; h++)
            for (int b = from; b < to; b++)
            {
                int cell = (h * index.Buckets + b) * slots + UnitTable.Offset + Scale.Minimum;
                for (int v = 0; v < deviations.Length; v++)
                {
                    int s = 4 * (cell + v);
                    double d = deviations[v];
                    sums[h] += table[s + 1] * d;
                    squares[h] += table[s + 2] * d * d;
                    units[h] += (int)table[s + 3];
                }
            }
        return new UnitContributions(Design, sums, squares, units);
    }

    internal override ShareCovariance Covariance(int bucket, double[] shares, double weight)
    {
        var (from, to) = BucketRange(bucket);
        int points = shares.Length;
        var total = new ShareCovarianceSum(Design, points);
        for (int h = 0; h < Strata; h++)
        {
            double[] weights = new double[points], squares = new double[points];
            int present = 0;
            for (int b = from; b < to; b++)
                for (int v = 0; v < points; v++)
                {
                    int s = 4 * ((h * index.Buckets + b) * slots + UnitTable.Offset + Scale.Minimum + v);
                    weights[v] += table[s + 1];
                    squares[v] += table[s + 2];
                    present += (int)table[s + 3];
                }
            if (present == 0) continue;
            double all = weights.Sum();
            int units = Design.ClustersInStratum[h];
            double[] Sum() => [.. weights.Select((w, v) => (w - shares[v] * all) / weight)];
            total.Add(h, present, Sum, (centre, matrix, factor) => Products(squares, shares, weight, Sum(), units, centre, matrix, factor));
        }
        return total.Finish();
    }

    /// <summary>A unit with value v has z = w·(e_v − shares)/W: its outer products need only Σw² by value.</summary>
    private static void Products(double[] squares, double[] shares, double weight, double[] sum, int units, double[] centre, double[,] matrix, double factor)
    {
        double all = squares.Sum();
        for (int j = 0; j < shares.Length; j++)
            for (int k = 0; k <= j; k++)
            {
                double raw = (j == k ? squares[j] : 0) - shares[k] * squares[j] - shares[j] * squares[k] + shares[j] * shares[k] * all;
                matrix[j, k] += factor * (raw / (weight * weight) - sum[j] * centre[k] - centre[j] * sum[k] + units * centre[j] * centre[k]);
            }
    }
}
