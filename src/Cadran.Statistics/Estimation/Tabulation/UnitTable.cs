using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cadran.Statistics.Estimation;

/// <summary>
/// Counting when each row is its own cluster. A slot holds four sums side by side: people, weights, squared weights,
/// people of positive weight.
/// </summary>
internal static class UnitTable
{
    /// <summary>Slots before value 0: the five kinds of no value.</summary>
    public const int Offset = 5;
    private const int Block = 1024;

    public static void Count(Design design, CellIndex index, IReadOnlyList<Item> items, int from, int to, ItemTabulation[] done)
    {
        var tables = new double[to - from][];
        var columns = new ReadOnlyMemory<sbyte>[to - from];
        var slots = new int[to - from];
        for (var k = from; k < to; k++)
        {
            columns[k - from] = items[k].Answers;
            slots[k - from] = Offset + items[k].Scale.Maximum + 1;
            if (4L * index.Cells * slots[k - from] > Array.MaxLength)
                throw new ArgumentException(
                    $"Item {k}: {index.Cells} groups within strata times {slots[k - from]} codes are too many for one table; tabulate "
                    + "fewer groups at a time.", nameof(items));
        }
        if (design.WeightArray is null) CountPeople(design.Rows, index, columns, slots, tables, from);
        else CountWeighted(design.WeightArray, index, columns, slots, tables, from);
        for (var k = from; k < to; k++)
        {
            CheckScale(tables[k - from], slots[k - from], items[k], k);
            done[k] = new UnitItemTabulation(design, index, items[k].Scale, tables[k - from], slots[k - from]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountPeople(int rows, CellIndex index, ReadOnlyMemory<sbyte>[] columns, int[] slots, double[][] tables, int first)
    {
        var counts = Array.ConvertAll(slots, slot => new int[index.Cells * slot]);
        Span<int> bases = stackalloc int[Block];
        for (var start = 0; start < rows; start += Block)
        {
            var length = Math.Min(Block, rows - start);
            for (var k = 0; k < columns.Length; k++)
            {
                var slot = slots[k];
                if (k == 0 || slot != slots[k - 1]) Bases(index, start, length, slot, bases);
                var answers = columns[k].Span.Slice(start, length);
                ref var n = ref MemoryMarshal.GetArrayDataReference(counts[k]);
                for (var i = 0; i < answers.Length; i++)
                {
                    var s = (uint)(answers[i] + Offset);
                    if (s >= (uint)slot) throw OffScale(columns[k].Span, start + i, first + k);
                    Unsafe.Add(ref n, bases[i] + (int)s)++;
                }
            }
        }
        for (var k = 0; k < columns.Length; k++)
        {
            tables[k] = new double[counts[k].Length * 4];
            for (var c = 0; c < counts[k].Length; c++) tables[k].AsSpan(4 * c, 4).Fill(counts[k][c]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountWeighted(double[] weights, CellIndex index, ReadOnlyMemory<sbyte>[] columns, int[] slots,
        double[][] tables, int first)
    {
        for (var k = 0; k < columns.Length; k++) tables[k] = new double[index.Cells * slots[k] * 4];
        Span<int> base_ = stackalloc int[Block];
        var sums = new double[Block * 4];
        for (var start = 0; start < weights.Length; start += Block)
        {
            var length = Math.Min(Block, weights.Length - start);
            for (var i = 0; i < length; i++)
            {
                var w = weights[start + i];
                sums[4 * i] = 1; sums[4 * i + 1] = w; sums[4 * i + 2] = w * w; sums[4 * i + 3] = w > 0 ? 1 : 0;
            }
            for (var k = 0; k < columns.Length; k++)
            {
                var slot = slots[k];
                if (k == 0 || slot != slots[k - 1]) Bases(index, start, length, slot, base_);
                var answers = columns[k].Span;
                ref var a = ref Unsafe.Add(ref MemoryMarshal.GetReference(answers), start);
                ref var table = ref MemoryMarshal.GetArrayDataReference(tables[k]);
                ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
                for (var i = 0; i < length; i++)
                {
                    var s = (uint)(Unsafe.Add(ref a, i) + Offset);
                    if (s >= (uint)slot) throw OffScale(answers, start + i, first + k);
                    ref var cell = ref Unsafe.Add(ref table, 4 * (nint)(base_[i] + (int)s));
                    (Vector256.LoadUnsafe(ref cell) + Vector256.LoadUnsafe(ref Unsafe.Add(ref sum, 4 * i))).StoreUnsafe(ref cell);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Bases(CellIndex index, int start, int length, int slot, Span<int> bases)
    {
        if (index.CellOfRow is null) { bases[..length].Clear(); return; }
        var cells = index.CellOfRow.AsSpan(start, length);
        for (var i = 0; i < cells.Length; i++) bases[i] = cells[i] * slot;
    }

    /// <summary>Values under the scale's minimum have slots but may not occur.</summary>
    private static void CheckScale(double[] table, int slots, Item item, int k)
    {
        for (var v = 0; v < item.Scale.Minimum; v++)
            for (var c = Offset + v; c < table.Length / 4; c += slots)
                if (table[4 * c] > 0) throw OffScale(item.Answers.Span, item.Answers.Span.IndexOf((sbyte)v), k);
    }

    public static ArgumentException OffScale(ReadOnlySpan<sbyte> answers, int row, int item) =>
        new($"Item {item}, row {row}: {answers[row]} is neither a value of the scale nor a code for no value.", nameof(answers));
}
