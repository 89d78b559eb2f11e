using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Benchmarks;

/// <summary>Weighted sums by unit and client group, and the errors of what is made of them.</summary>
internal sealed class MixCells
{
    private readonly Design design;
    private readonly Factor unit, group;
    private readonly double[] value, groupWeight, groupSum;
    private readonly bool[] counts;
    private readonly int[,] count;
    private readonly double[,] weight, sum;

    public MixCells(Design design, Factor unit, Factor group, ReadOnlySpan<double> value)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(group);
        if (unit.Rows != design.Rows || group.Rows != design.Rows || value.Length != design.Rows)
            throw new ArgumentException(
                $"Columns of {unit.Rows}, {group.Rows} and {value.Length} rows for {design.Rows} rows of the design.", nameof(value));
        (this.design, this.unit, this.group, this.value) = (design, unit, group, value.ToArray());
        counts = new bool[design.Rows];
        (count, weight, sum) =
            (new int[unit.Levels, group.Levels], new double[unit.Levels, group.Levels], new double[unit.Levels, group.Levels]);
        (groupWeight, groupSum) = (new double[group.Levels], new double[group.Levels]);
        for (var i = 0; i < counts.Length; i++)
        {
            var (u, g, y, w) = (unit.Codes[i], group.Codes[i], value[i], design.Weight(i));
            if (double.IsInfinity(y)) throw new ArgumentOutOfRangeException(nameof(value), y, $"Row {i}: values are finite or missing.");
            counts[i] = g >= 0 && !double.IsNaN(y);
            if (!counts[i]) continue;
            groupWeight[g] += w;
            groupSum[g] += w * y;
            if (u < 0) continue;
            count[u, g]++;
            weight[u, g] += w;
            sum[u, g] += w * y;
        }
    }

    public double AllWeight => groupWeight.Sum();

    public double CommonMean => groupSum.Sum() / AllWeight;

    public int Count(int u, int g) => count[u, g];

    public double Weight(int u, int g) => weight[u, g];

    public double Mean(int u, int g) => sum[u, g] / weight[u, g];

    public double GroupWeight(int g) => groupWeight[g];

    public double GroupMean(int g) => groupSum[g] / groupWeight[g];

    public double UnitWeight(int u) => Groups.Sum(g => weight[u, g]);

    public double UnitMean(int u) => Groups.Sum(g => sum[u, g]) / UnitWeight(u);

    /// <summary>Why a unit has no result at all, or null.</summary>
    public Estimate? Missing(int u)
    {
        var respondents = Groups.Sum(g => count[u, g]);
        return respondents == 0 ? Statistics.Estimate.Withheld(SuppressionReason.Empty, 0)
            : UnitWeight(u) > 0 ? null : Statistics.Estimate.Withheld(SuppressionReason.ZeroWeight, respondents);
    }

    /// <summary>The unit's weighted mean as it is.</summary>
    public Estimate Raw(int u)
    {
        if (Missing(u) is { } missing) return missing;
        var (mean, total) = (UnitMean(u), UnitWeight(u));
        return Estimate(mean, Groups.Sum(g => count[u, g]), (v, _) => v == u, (v, _, y) => v == u ? (y - mean) / total : 0);
    }

    /// <summary>An estimate from its value and the influence of each row (unit, group, score) on it.</summary>
    public Estimate Estimate(double estimate, int respondents, Func<int, int, bool> inDomain, Func<int, int, double, double> influence)
    {
        var (z, domain) = (new double[counts.Length], new bool[counts.Length]);
        for (var i = 0; i < z.Length; i++)
        {
            if (!counts[i]) continue;
            var (u, g) = (unit.Codes[i], group.Codes[i]);
            z[i] = influence(u, g, value[i]);
            domain[i] = inDomain(u, g);
        }
        return Linearisation.Of(design, estimate, z, respondents, domain);
    }

    private IEnumerable<int> Groups => Enumerable.Range(0, group.Levels);
}
