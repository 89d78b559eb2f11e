namespace Cadran.Statistics.Estimation;

/// <summary>Contributions when each row is its own cluster: only sums per stratum are needed.</summary>
internal sealed class UnitContributions(Design design, double[] sums, double[] squares, int[] present) : StratumContributions(design)
{
    private readonly double[] sums = sums, squares = squares;
    private readonly int[] present = present;

    protected override IEnumerable<StratumMoments> Strata()
    {
        for (var h = 0; h < sums.Length; h++)
            if (present[h] > 0)
                yield return new(h, present[h], sums[h], Math.Max(0, squares[h] - sums[h] * sums[h] / Design.ClustersInStratum[h]));
    }

    /// <summary>Valid for two domains without a row in common.</summary>
    public override Contributions Minus(Contributions other)
    {
        var o = (UnitContributions)other;
        return new UnitContributions(Design,
            [.. sums.Zip(o.sums, (a, b) => a - b)], [.. squares.Zip(o.squares, (a, b) => a + b)],
            [.. present.Zip(o.present, (a, b) => a + b)]);
    }
}
