using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Estimation;

/// <summary>Counting in a clustered design. Weights are summed for each value in each (group, cluster) cell, people for each value in each group.</summary>
internal static class ClusterTable
{
    /// <param name="memory">Where to count; made larger when it is too small.</param>
    public static ItemTabulation Count(Design design, CellIndex index, Item item, int position, ref double[] memory)
    {
        int needed = index.Cells * item.Scale.Points;
        if (memory.Length < needed) memory = new double[needed];
        else Array.Clear(memory, 0, needed);
        var people = new int[index.Buckets * item.Scale.Points];
        var absent = new double[index.Buckets * 10];
        Count(design.WeightArray, index, item, position, memory, people, absent);
        return new ClusterItemTabulation(design, index, item, position, memory, people, absent);
    }

    /// <summary>Weight by group, cluster and value.</summary>
    public static double[] Weights(Design design, CellIndex index, Item item, int position)
    {
        var table = new double[index.Cells * item.Scale.Points];
        Count(design.WeightArray, index, item, position, table, new int[index.Buckets * item.Scale.Points], new double[index.Buckets * 10]);
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(double[]? weights, CellIndex index, Item item, int position, double[] table, int[] people, double[] absentByBucket)
    {
        int minimum = item.Scale.Minimum, points = item.Scale.Points;
        var answers = item.Answers.Span;
        var (cells, groups) = (index.CellOfRow!, index.GroupOfRow);
        int inNone = index.Buckets - 1;
        for (int i = 0; i < answers.Length; i++)
        {
            int v = answers[i] - minimum, cell = cells[i], bucket = groups is null || groups[i] < 0 ? inNone : groups[i];
            double w = weights is null ? 1 : weights[i];
            if ((uint)v < (uint)points)
            {
                table[cell * points + v] += w;
                people[bucket * points + v]++;
            }
            else
            {
                int kind = -answers[i] - 1;
                if ((uint)kind > 4) throw UnitTable.OffScale(answers, i, position);
                absentByBucket[bucket * 10 + 2 * kind] += w;
                absentByBucket[bucket * 10 + 2 * kind + 1]++;
            }
        }
    }
}
