using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cadran.Statistics.Estimation;

/// <summary>Counting in a clustered design. A slot holds the sum of weights and the number of people, for each value in each (group, cluster) cell.</summary>
internal static class ClusterTable
{
    public static ItemTabulation Count(Design design, CellIndex index, Item item, int position)
    {
        int minimum = item.Scale.Minimum, points = item.Scale.Points;
        var table = new double[index.Cells * points * 2];
        var absentByBucket = new double[index.Buckets * 10];
        var answers = item.Answers.Span;
        var cells = index.CellOfRow!;
        var weights = design.WeightArray;
        ref double t = ref MemoryMarshal.GetArrayDataReference(table);
        for (int i = 0; i < answers.Length; i++)
        {
            int v = answers[i] - minimum;
            double w = weights is null ? 1 : weights[i];
            if ((uint)v < (uint)points)
            {
                ref double slot = ref Unsafe.Add(ref t, 2 * (nint)(cells[i] * points + v));
                (Vector128.LoadUnsafe(ref slot) + Vector128.Create(w, 1.0)).StoreUnsafe(ref slot);
            }
            else
            {
                int kind = -answers[i] - 1;
                if ((uint)kind > 4) throw UnitTable.OffScale(answers, i, position);
                int bucket = index.BucketOfCell[cells[i]];
                absentByBucket[bucket * 10 + 2 * kind] += w;
                absentByBucket[bucket * 10 + 2 * kind + 1]++;
            }
        }
        return new ClusterItemTabulation(design, index, item.Scale, table, absentByBucket);
    }
}
