using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Drivers;

/// <summary>Weighted cross-products of (1, drivers, overall) by block, from one pass over the rows.</summary>
/// <remarks>Each table is the packed upper triangle of the square matrix of <see cref="Variables"/> columns. Codes are
/// centred at <see cref="Shift"/> (the middle of the scale) so that later subtractions of means lose no digits.</remarks>
internal sealed class CrossProducts
{
    private const int Chunk = 256;

    private readonly double[] tables;

    private CrossProducts(int variables, int blocks, double shift, int rows)
    {
        Variables = variables;
        Shift = shift;
        Rows = rows;
        Length = variables * (variables + 1) / 2;
        tables = new double[blocks * Length];
    }

    public int Variables { get; }

    public int Length { get; }

    public double Shift { get; }

    /// <summary>Complete rows counted, unweighted.</summary>
    public int Rows { get; }

    public ReadOnlySpan<double> Table(int block) => tables.AsSpan(block * Length, Length);

    public double[] Total(int blocks)
    {
        var total = new double[Length];
        for (var b = 0; b < blocks; b++) VectorLoops.Add(total, Table(b), 1);
        return total;
    }

    public static CrossProducts Build(DriverData data, bool[] complete, SamplingUnits units, Blocks blocks, double shift)
    {
        var order = OrderByBlock(complete, units, blocks, out var first);
        var result = new CrossProducts(data.Drivers.Count + 2, blocks.Count, shift, order.Length);
        var parts = Math.Min(blocks.Count, 64);
        Parallel.For(0, parts, part =>
        {
            var kernel = new Kernel(data, shift);
            for (var b = (int)((long)blocks.Count * part / parts); b < (int)((long)blocks.Count * (part + 1) / parts); b++)
                kernel.Accumulate(order.AsSpan(first[b], first[b + 1] - first[b]), result.tables.AsSpan(b * result.Length, result.Length));
        });
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] OrderByBlock(bool[] complete, SamplingUnits units, Blocks blocks, out int[] first)
    {
        first = new int[blocks.Count + 1];
        for (var i = 0; i < complete.Length; i++)
            if (complete[i]) first[blocks.BlockOfUnit[units.UnitOf(i)] + 1]++;
        for (var b = 0; b < blocks.Count; b++) first[b + 1] += first[b];
        var next = (int[])first.Clone();
        var order = new int[first[^1]];
        for (var i = 0; i < complete.Length; i++)
            if (complete[i]) order[next[blocks.BlockOfUnit[units.UnitOf(i)]]++] = i;
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
