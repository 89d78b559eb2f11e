namespace Cadran.Statistics.Drivers;

/// <summary>The first-stage clusters of a design (its rows when it has none), as the sums of this module need them.</summary>
internal sealed class SamplingUnits
{
    /// <param name="design">The sample.</param>
    /// <param name="complete">Rows of the analysis; strata without any do not count as lone, as in R's domains.</param>
    public SamplingUnits(Design design, bool[] complete)
    {
        UnitOfRow = design.ClusterOfRow;
        StratumOfUnit = design.StratumOfUnit;
        UnitsInStratum = design.ClustersInStratum;
        UnsampledInStratum = [.. Enumerable.Range(0, design.Strata).Select(design.Unsampled)];
        Policy = design.Policy;
        Present = new bool[design.Strata];
        if (design.IsSimpleRandom && design.Strata == 1)
        {
            var kept = complete.AsSpan().Count(true);
            Present[0] = kept > 0;
            DegreesOfFreedom = kept > 0 ? kept - 1 : 0;
        }
        else
        {
            DegreesOfFreedom = design.DegreesOfFreedomOf(i => complete[i]);
            for (var i = 0; i < complete.Length; i++)
                if (complete[i]) Present[StratumOfUnit[UnitOf(i)]] = true;
        }
        Lone = Enumerable.Range(0, Strata).Count(IsLone);
    }

    /// <summary>Null when each row is its own unit.</summary>
    public int[]? UnitOfRow { get; }

    public int[] StratumOfUnit { get; }

    public int[] UnitsInStratum { get; }

    /// <summary>Finite-population factor of the stratum, in [0, 1]; 1 with replacement.</summary>
    public double[] UnsampledInStratum { get; }

    /// <summary>Units minus strata among the rows of the analysis.</summary>
    public int DegreesOfFreedom { get; }

    public LoneCluster Policy { get; }

    /// <summary>Strata with a row of the analysis.</summary>
    public bool[] Present { get; }

    /// <summary>Strata present with a single unit.</summary>
    public int Lone { get; }

    /// <summary>True when the policy refuses an error for these rows.</summary>
    public bool Refused => Lone > 0 && Policy == LoneCluster.Fail;

    public int Units => StratumOfUnit.Length;

    public int Strata => UnitsInStratum.Length;

    // A unit that is its stratum's whole population leaves nothing unknown.
    public bool IsLone(int h) => Present[h] && UnitsInStratum[h] == 1 && UnsampledInStratum[h] > 1e-7;

    /// <summary>Policy <see cref="LoneCluster.Average"/>: lone strata get the mean contribution of the others.</summary>
    public void ScaleToAllStrata(Span<double> variances)
    {
        var present = Present.Count(p => p);
        foreach (ref var v in variances) v *= (double)present / (present - Lone);
    }

    public int UnitOf(int row) => UnitOfRow is null ? row : UnitOfRow[row];
}
