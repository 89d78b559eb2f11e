using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Score totals (weight × centred driver × residual) by sampling unit, and the errors that follow from them.</summary>
/// <remarks>Where each block is one unit the scores come from its cross-products and no row is read again.</remarks>
internal sealed class RegressionScores(double[] slopes, Moments moments, double shift)
{
    private const int Slabs = 8;

    private readonly int drivers = slopes.Length;
    private readonly double[] centre = [.. moments.Mean.Select(m => m - shift)];
    private readonly double constant = moments.Mean[slopes.Length] - shift
        - Enumerable.Range(0, slopes.Length).Sum(j => slopes[j] * (moments.Mean[j] - shift));

    /// <summary>Errors of the intercept and the slopes, given the inverse of the centred cross-products.</summary>
    public double[] Errors(DriverData data, bool[] complete, SamplingUnits units, Blocks blocks, CrossProducts cross, double[,] bread)
    {
        if (data.Design.NeedsRows) return FromInfluence(data, complete, bread);
        var meat = blocks.Exact ? FromTables(units, cross)
            : units.UnitOfRow is null ? FromRows(data, complete, units)
            : FromClusters(data, complete, units);
        var covariance = meat.Covariance();
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
        var z = new double[drivers + 1];
        for (var i = 0; i < data.Rows; i++)
        {
            if (!complete[i]) continue;
            Score(data, i, 1, z);
            influence[0][i] = z[0] / moments.Weight;
            for (var j = 0; j < drivers; j++)
            {
                for (var k = 0; k < drivers; k++) influence[j + 1][i] += bread[j, k] * z[k + 1];
                influence[0][i] -= moments.Mean[j] * influence[j + 1][i];
            }
        }
        var v = Linearisation.Covariance(data.Design, influence, complete);
        return [.. Enumerable.Range(0, drivers + 1).Select(j => Math.Sqrt(Math.Max(0, v.Covariance[j, j])))];
    }

    private static double WeightOf(DriverData data, int row) => data.Weights.IsEmpty ? 1 : data.Weights.Span[row];

    private static double Error(double[] row, double[,] covariance)
    {
        var variance = 0.0;
        for (var a = 0; a < row.Length; a++)
            for (var b = 0; b < row.Length; b++)
                variance += row[a] * row[b] * covariance[a, b];
        return Math.Sqrt(Math.Max(0, variance));
    }

    private UnitCovariance FromTables(SamplingUnits units, CrossProducts cross)
    {
        var result = new UnitCovariance(units, drivers + 1);
        var m = drivers + 2;
        var z = new double[drivers + 1];
        for (var u = 0; u < units.Units; u++)
        {
            var table = cross.Table(u);
            for (var a = 0; a <= drivers; a++)
            {
                var sum = table[Index(a, drivers + 1, m)] - (constant * table[Index(0, a, m)]);
                for (var k = 0; k < drivers; k++) sum -= slopes[k] * table[Index(Math.Min(a, k + 1), Math.Max(a, k + 1), m)];
                z[a] = a == 0 ? sum : sum - (centre[a - 1] * z[0]);
            }
            result.Add(units.StratumOfUnit[u], z);
        }
        return result;
    }

    private UnitCovariance FromRows(DriverData data, bool[] complete, SamplingUnits units)
    {
        var parts = new UnitCovariance[Slabs];
        Parallel.For(0, Slabs, slab =>
        {
            var part = new UnitCovariance(units, drivers + 1);
            var z = new double[drivers + 1];
            for (var i = (int)((long)complete.Length * slab / Slabs); i < (int)((long)complete.Length * (slab + 1) / Slabs); i++)
            {
                if (!complete[i]) continue;
                Score(data, i, WeightOf(data, i), z);
                part.Add(units.StratumOfUnit[i], z);
            }
            parts[slab] = part;
        });
        for (var slab = 1; slab < Slabs; slab++) parts[0].Merge(parts[slab]);
        return parts[0];
    }

    private UnitCovariance FromClusters(DriverData data, bool[] complete, SamplingUnits units)
    {
        var totals = new double[units.Units * (drivers + 1)];
        var z = new double[drivers + 1];
        for (var i = 0; i < complete.Length; i++)
        {
            if (!complete[i]) continue;
            Score(data, i, WeightOf(data, i), z);
            var total = totals.AsSpan(units.UnitOf(i) * (drivers + 1), drivers + 1);
            for (var a = 0; a < z.Length; a++) total[a] += z[a];
        }
        var result = new UnitCovariance(units, drivers + 1);
        for (var u = 0; u < units.Units; u++) result.Add(units.StratumOfUnit[u], totals.AsSpan(u * (drivers + 1), drivers + 1));
        return result;
    }

    private void Score(DriverData data, int row, double weight, double[] z)
    {
        var residual = data.Overall.Span[row] - shift - constant;
        for (var j = 0; j < drivers; j++)
        {
            var x = data.Drivers[j].Span[row] - shift;
            residual -= slopes[j] * x;
            z[j + 1] = x - centre[j];
        }
        z[0] = weight * residual;
        for (var j = 1; j <= drivers; j++) z[j] *= z[0];
    }

    private static int Index(int a, int b, int m) => (a * m) - (a * (a - 1) / 2) + b - a;
}
