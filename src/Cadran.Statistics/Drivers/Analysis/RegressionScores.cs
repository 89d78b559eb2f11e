using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Score totals (weight × centred driver × residual) by sampling unit, and the errors that follow from them.</summary>
/// <remarks>Where each random group is one unit the scores come from its cross-products and no row is read again.</remarks>
internal sealed class RegressionScores(double[] slopes, CorrelationTable moments, double shift)
{
    private const int Slabs = 8;

    private readonly int drivers = slopes.Length;
    private readonly double[] centre = [.. moments.Mean.Select(m => m - shift)];
    private readonly double constant = moments.Mean[slopes.Length] - shift
        - Enumerable.Range(0, slopes.Length).Sum(j => slopes[j] * (moments.Mean[j] - shift));

    /// <summary>Errors of the intercept and the slopes, given the inverse of the centred cross-products.</summary>
    public double[] Errors(DriverData data, bool[] complete, Presence present, RandomGroups groups, CrossProducts cross, double[,] bread)
    {
        if (data.Design.NeedsRows) return FromInfluence(data, complete, bread);
        var covariance = (groups.Exact ? FromTables(data.Design, present, groups, cross)
            : data.Design.IsClustered ? FromClusters(data, complete, present)
            : FromRows(data, complete, present)).Covariance();
        var errors = new double[drivers + 1];
        // Influence of the intercept is z0/W minus the mean of each driver times the influence of its slope.
        var lead = new double[drivers + 1];
        lead[0] = 1 / moments.Weight;
        for (var j = 0; j < drivers; j++)
        {
            var row = new double[drivers + 1];
            for (var k = 0; k < drivers; k++)
            {
                row[k + 1] = bread[j, k];
                lead[k + 1] -= moments.Mean[j] * bread[j, k];
            }
            errors[j + 1] = Error(row, covariance);
        }
        errors[0] = Error(lead, covariance);
        return errors;
    }

    // A second stage or calibrated weights: the general route, one influence value per row and coefficient.
    private double[] FromInfluence(DriverData data, bool[] complete, double[,] bread)
    {
        var influence = new double[drivers + 1][];
        for (var j = 0; j <= drivers; j++) influence[j] = new double[data.Rows];
        var scores = new RowScores(data, complete, slopes, moments.Mean, weighted: false);
        for (var slab = 0; slab < Slabs; slab++)
            foreach (var (first, rows) in Chunks(data.Rows, slab))
            {
                var z = scores.Of(first, rows);
                for (var i = 0; i < rows; i++)
                {
                    var row = first + i;
                    influence[0][row] = z[i] / moments.Weight;
                    for (var j = 0; j < drivers; j++)
                    {
                        for (var k = 0; k < drivers; k++) influence[j + 1][row] += bread[j, k] * z[((k + 1) * RowScores.Chunk) + i];
                        influence[0][row] -= moments.Mean[j] * influence[j + 1][row];
                    }
                }
            }
        var v = Linearisation.Covariance(data.Design, influence, complete);
        return [.. Enumerable.Range(0, drivers + 1).Select(j => Math.Sqrt(Math.Max(0, v.Covariance[j, j])))];
    }

    private static double Error(double[] row, double[,] covariance)
    {
        var variance = 0.0;
        for (var a = 0; a < row.Length; a++)
            for (var b = 0; b < row.Length; b++)
                variance += row[a] * row[b] * covariance[a, b];
        return Math.Sqrt(Math.Max(0, variance));
    }

    private UnitCovariance FromTables(Design design, Presence present, RandomGroups groups, CrossProducts cross)
    {
        var result = new UnitCovariance(design, present, drivers + 1);
        var m = drivers + 2;
        var z = new double[drivers + 1];
        for (var g = 0; g < groups.Count; g++)
        {
            var table = cross.Table(g);
            for (var a = 0; a <= drivers; a++)
            {
                var sum = table[Index(a, drivers + 1, m)] - (constant * table[Index(0, a, m)]);
                for (var k = 0; k < drivers; k++) sum -= slopes[k] * table[Index(Math.Min(a, k + 1), Math.Max(a, k + 1), m)];
                z[a] = a == 0 ? sum : sum - (centre[a - 1] * z[0]);
            }
            result.Add(groups.StratumOfGroup[g], z);
        }
        return result;
    }

    private UnitCovariance FromRows(DriverData data, bool[] complete, Presence present)
    {
        var parts = new UnitCovariance[Slabs];
        Parallel.For(0, Slabs, slab =>
        {
            parts[slab] = new UnitCovariance(data.Design, present, drivers + 1);
            var scores = new RowScores(data, complete, slopes, moments.Mean, weighted: true);
            foreach (var (first, rows) in Chunks(data.Rows, slab))
                parts[slab].Add(data.Design.StratumOfUnit.AsSpan(first, rows), scores.Of(first, rows), RowScores.Chunk);
        });
        for (var slab = 1; slab < Slabs; slab++) parts[0].Merge(parts[slab]);
        return parts[0];
    }

    private UnitCovariance FromClusters(DriverData data, bool[] complete, Presence present)
    {
        var totals = new double[data.Design.Clusters * (drivers + 1)];
        var scores = new RowScores(data, complete, slopes, moments.Mean, weighted: true);
        for (var slab = 0; slab < Slabs; slab++)
            foreach (var (first, rows) in Chunks(data.Rows, slab))
            {
                var z = scores.Of(first, rows);
                for (var i = 0; i < rows; i++)
                    for (var a = 0; a <= drivers; a++)
                        totals[(data.Design.UnitOf(first + i) * (drivers + 1)) + a] += z[(a * RowScores.Chunk) + i];
            }
        var result = new UnitCovariance(data.Design, present, drivers + 1);
        for (var u = 0; u < data.Design.Clusters; u++)
            result.Add(data.Design.StratumOfUnit[u], totals.AsSpan(u * (drivers + 1), drivers + 1));
        return result;
    }

    private static IEnumerable<(int First, int Rows)> Chunks(int rows, int slab)
    {
        var (from, to) = Cores.Part(rows, slab, Slabs);
        for (var first = from; first < to; first += RowScores.Chunk) yield return (first, Math.Min(RowScores.Chunk, to - first));
    }

    private static int Index(int a, int b, int m) => (a * m) - (a * (a - 1) / 2) + b - a;
}
