using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Estimation;

/// <summary>Counting in a clustered design. Weights are summed for each value in each (group, cluster) cell, people for each value in each group.</summary>
internal static class ClusterTable
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ItemTabulation Count(Design design, CellIndex index, Item item, int position)
    {
        int minimum = item.Scale.Minimum, points = item.Scale.Points;
        var table = new double[index.Cells * points];
        var people = new int[index.Buckets * points];
        var absentByBucket = new double[index.Buckets * 10];
        var answers = item.Answers.Span;
        var (cells, bucketOfCell) = (index.CellOfRow!, index.BucketOfCell);
        var weights = design.WeightArray;
        for (int i = 0; i < answers.Length; i++)
        {
            int v = answers[i] - minimum, cell = cells[i], bucket = bucketOfCell[cell];
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
        return new ClusterItemTabulation(design, index, item.Scale, table, people, absentByBucket);
    }
}
