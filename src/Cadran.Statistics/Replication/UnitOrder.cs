using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Replication;

/// <summary>
/// Sampling units, stratum after stratum, in an order that what they hold decides: neither labels nor the order of the rows.
/// What a seed draws then falls on the same units of the same survey, however its file is sorted and its offices are numbered.
/// </summary>
/// <remarks>Rows as units are ordered by their answers, and among equals by weight; clusters by a weighted sum over their
/// people. Rounding in the last digit of a weight or a sum moves only units that are alike. Units alike in everything are
/// interchangeable and stay as they came.</remarks>
internal sealed class UnitOrder
{
    private UnitOrder(int[] units, Design design)
    {
        Unit = units;
        Stratum = new int[units.Length];
        if (design.Strata < 2) return;
        for (int first = 0, next; first < units.Length; first = next)
        {
            var h = design.StratumOfUnit[units[first]];
            next = first + design.ClustersInStratum[h];
            Stratum.AsSpan(first, next - first).Fill(h);
        }
    }

    /// <summary>The unit at each place.</summary>
    public int[] Unit { get; }

    /// <summary>Stratum of the unit at each place; the places of a stratum are neighbours.</summary>
    public int[] Stratum { get; }

    /// <summary>Place of each unit.</summary>
    public int[] Place
    {
        get
        {
            var place = new int[Unit.Length];
            for (var k = 0; k < place.Length; k++) place[Unit[k]] = k;
            return place;
        }
    }

    /// <param name="design">The sample.</param>
    /// <param name="content">What each row holds (<see cref="RowContent"/>); null: nothing, and weights alone tell units apart.</param>
    public static UnitOrder Of(Design design, ulong[]? content)
    {
        var order = design.ClusterOfRow is { } cluster ? Ascending(Sums(design, content, cluster, design.Clusters))
            : KeyOrder.Of(content ?? new ulong[design.Rows], design.WeightArray);
        return new(design.Strata < 2 ? order : ByStratum(design, order, RankOfStrata(design, content)), design);
    }

    /// <summary>
    /// Σ weight × a number that what a row holds decides, by cluster or stratum. Those that hold different people differ in it,
    /// and a person of weight two counts as two people of weight one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Sums(Design design, ulong[]? content, int[] ofRow, int count)
    {
        if (design.WeightArray is { } weights)
        {
            var sums = new double[count];
            for (var i = 0; i < ofRow.Length; i++) sums[ofRow[i]] += weights[i] * Key(content, i);
            return sums;
        }
        // Whole numbers: the order of summation leaves no trace at all.
        var exact = new UInt128[count];
        for (var i = 0; i < ofRow.Length; i++) exact[ofRow[i]] += Key(content, i);
        return Array.ConvertAll(exact, sum => (double)sum);
    }

    // A row that holds nothing is a row all the same.
    private static ulong Key(ulong[]? content, int row) => RowContent.Mix((content is null ? 0 : content[row]) + 1);

    private static int[] Ascending(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        return order;
    }

    private static int[] RankOfStrata(Design design, ulong[]? content)
    {
        var total = Sums(design, content, design.StratumOfRow!, design.Strata);
        var order = Enumerable.Range(0, total.Length)
            .OrderBy(h => design.ClustersInStratum[h]).ThenBy(h => design.Population[h]).ThenBy(h => total[h]);
        var rank = new int[total.Length];
        foreach (var (place, h) in order.Index()) rank[h] = place;
        return rank;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] ByStratum(Design design, int[] order, int[] rank)
    {
        var next = new int[rank.Length + 1];
        for (var h = 0; h < rank.Length; h++) next[rank[h] + 1] = design.ClustersInStratum[h];
        for (var h = 0; h < rank.Length; h++) next[h + 1] += next[h];
        var units = new int[order.Length];
        var stratum = design.StratumOfUnit;
        foreach (var unit in order) units[next[rank[stratum[unit]]]++] = unit;
        return units;
    }
}
