using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cadran.Statistics.Estimation;

/// <summary>Counting in a clustered design: weight for each value in each cluster, people for each value.</summary>
internal static class ClusterTable
{
    /// <summary>All rows as they come.</summary>
    /// <param name="position">Of the item in its list, for messages.</param>
    /// <param name="table">Weight by cluster and value; zero before.</param>
    /// <param name="counts">People and kinds of no value; its weights stay as they are, the table holds them.</param>
    /// <exception cref="ArgumentException">An answer that is neither on the scale nor a <see cref="NoValue"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(int[] clusterOfRow, double[]? weights, Item item, int position, Span<double> table, DomainCounts counts)
    {
        int minimum = item.Scale.Minimum, points = item.Scale.Points;
        var answers = item.Answers.Span;
        var people = counts.People;
        for (var i = 0; i < answers.Length; i++)
        {
            var v = answers[i] - minimum;
            var w = weights is null ? 1 : weights[i];
            if ((uint)v < (uint)points)
            {
                table[clusterOfRow[i] * points + v] += w;
                people[v]++;
            }
            else Absent(item, position, answers[i], w, counts);
        }
    }

    /// <summary>The rows of one bucket.</summary>
    /// <param name="position">Of the item in its list, for messages.</param>
    /// <param name="table">Weight by cell of the bucket and value; zero before.</param>
    /// <param name="counts">People and kinds of no value; its weights stay as they are, the table holds them.</param>
    /// <exception cref="ArgumentException">An answer that is neither on the scale nor a <see cref="NoValue"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(ClusterCells cells, int bucket, Item item, int position, Span<double> table, DomainCounts counts)
    {
        int minimum = item.Scale.Minimum, points = item.Scale.Points;
        var range = cells.RowStart[bucket]..cells.RowStart[bucket + 1];
        Span<int> rows = cells.Rows.AsSpan(range), cell = cells.CellOfRow.AsSpan(range)[..rows.Length];
        var weights = cells.Weights is null ? default : cells.Weights.AsSpan(range);
        var answers = item.Answers.Span;
        var people = counts.People;
        ref var slots = ref MemoryMarshal.GetReference(table);
        for (var i = 0; i < rows.Length; i++)
        {
            var answer = answers[rows[i]];
            var v = answer - minimum;
            var w = weights.IsEmpty ? 1 : weights[i];
            if ((uint)v < (uint)points)
            {
                Unsafe.Add(ref slots, cell[i] * points + v) += w;
                people[v]++;
            }
            else Absent(item, position, answer, w, counts);
        }
    }

    private static void Absent(Item item, int position, sbyte answer, double weight, DomainCounts counts)
    {
        var kind = -answer - 1;
        if ((uint)kind > 4) throw OffScale(item, position);
        counts.AbsentWeight[kind] += weight;
        counts.Absent[kind]++;
    }

    /// <summary>Names the first row that is wrong, whichever group was counted first.</summary>
    private static ArgumentException OffScale(Item item, int position)
    {
        var answers = item.Answers.Span;
        var row = 0;
        while (answers[row] is < 0 and >= -5 || (answers[row] >= item.Scale.Minimum && answers[row] <= item.Scale.Maximum)) row++;
        return UnitTable.OffScale(answers, row, position);
    }
}
