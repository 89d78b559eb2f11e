using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Weighted cross-products of (1, drivers, overall) by table, from one pass over the rows.</summary>
/// <remarks>Each table is the packed upper triangle of the square matrix of <see cref="Variables"/> columns. Codes are
/// centred at <see cref="Shift"/> (the middle of the scale) so that later subtractions of means lose no digits.</remarks>
internal sealed class CrossProducts
{
    private const int Chunk = 256;

    private readonly double[] tables;

    private CrossProducts(int variables, int count, double shift, int rows)
    {
        Variables = variables;
        Shift = shift;
        Rows = rows;
        Length = variables * (variables + 1) / 2;
        tables = new double[count * Length];
    }

    public int Variables { get; }

    public int Length { get; }

    public double Shift { get; }

    /// <summary>Complete rows counted, unweighted.</summary>
    public int Rows { get; }

    public int Tables => tables.Length / Length;

    public ReadOnlySpan<double> Table(int table) => tables.AsSpan(table * Length, Length);

    public double[] Total()
    {
        var total = new double[Length];
        for (var t = 0; t < Tables; t++) VectorLoops.Add(total, Table(t), 1);
        return total;
    }

    /// <param name="data">Ratings and weights.</param>
    /// <param name="complete">Rows that count.</param>
    /// <param name="tableOfRow">Table of each row: the random group of its sampling unit, or a part of it.</param>
    /// <param name="count">Number of tables.</param>
    /// <param name="shift">Middle of the scale.</param>
    public static CrossProducts Build(DriverData data, bool[] complete, int[] tableOfRow, int count, double shift)
    {
        var order = OrderByTable(complete, tableOfRow, count, out var first);
        var result = new CrossProducts(data.Drivers.Count + 2, count, shift, order.Length);
        var parts = Math.Min(count, 64);
        Parallel.For(0, parts, part =>
        {
            var kernel = new Kernel(data, shift);
            var (from, to) = Cores.Part(count, part, parts);
            for (var t = from; t < to; t++)
                kernel.Accumulate(order.AsSpan(first[t], first[t + 1] - first[t]), result.tables.AsSpan(t * result.Length, result.Length));
        });
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] OrderByTable(bool[] complete, int[] tableOfRow, int count, out int[] first)
    {
        first = new int[count + 1];
        for (var i = 0; i < complete.Length; i++)
            if (complete[i]) first[tableOfRow[i] + 1]++;
        for (var t = 0; t < count; t++) first[t + 1] += first[t];
        var next = (int[])first.Clone();
        var order = new int[first[^1]];
        for (var i = 0; i < complete.Length; i++)
            if (complete[i]) order[next[tableOfRow[i]]++] = i;
        return order;
    }

    /// <summary>Gathers 256 rows at a time into columns that stay in the nearest cache, then multiplies them pairwise.</summary>
    private sealed class Kernel(DriverData data, double shift)
    {
        private readonly int drivers = data.Drivers.Count;
        private readonly double[] values = new double[(data.Drivers.Count + 2) * Chunk];
        private readonly double[] weighted = new double[(data.Drivers.Count + 2) * Chunk];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Accumulate(ReadOnlySpan<int> rows, Span<double> table)
        {
            for (var start = 0; start < rows.Length; start += Chunk)
            {
                var chunk = rows.Slice(start, Math.Min(Chunk, rows.Length - start));
                Gather(chunk);
                Multiply(chunk.Length, table);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Gather(ReadOnlySpan<int> rows)
        {
            values.AsSpan(0, rows.Length).Fill(1);
            for (var j = 0; j <= drivers; j++)
            {
                var column = j < drivers ? data.Drivers[j].Span : data.Overall.Span;
                var target = values.AsSpan((j + 1) * Chunk, rows.Length);
                for (var k = 0; k < rows.Length; k++) target[k] = column[rows[k]] - shift;
            }
            if (data.Weights.IsEmpty) return;
            var weights = data.Weights.Span;
            var w = weighted.AsSpan(0, rows.Length);
            for (var k = 0; k < rows.Length; k++) w[k] = weights[rows[k]];
            for (var v = 1; v < drivers + 2; v++)
            {
                var column = weighted.AsSpan(v * Chunk, rows.Length);
                values.AsSpan(v * Chunk, rows.Length).CopyTo(column);
                VectorLoops.Multiply(column, w);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(int rows, Span<double> table)
        {
            var left = data.Weights.IsEmpty ? values : weighted;
            var at = 0;
            for (var a = 0; a < drivers + 2; a++)
                for (var b = a; b < drivers + 2; b++)
                    table[at++] += VectorLoops.Dot(left.AsSpan(a * Chunk, rows), values.AsSpan(b * Chunk, rows));
        }
    }
}
