using System.Runtime.InteropServices;
using System.Text;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>A column of a <see cref="ResponseTable"/> as a part of a copy: what occurs in it, then a packed code for each row.</summary>
internal static class CopiedColumn
{
    /// <param name="codes">Of as many rows, to work in.</param>
    public static byte[] Write(sbyte[] column, int[] order, int[] codes)
    {
        var at = new int[256];
        foreach (int row in order) at[column[row] + 128] = 1;
        sbyte[] values = [.. Enumerable.Range(0, 256).Where(i => at[i] == 1).Select(i => (sbyte)(i - 128))];
        for (int i = 0; i < values.Length; i++) at[values[i] + 128] = i;
        for (int i = 0; i < codes.Length; i++) codes[i] = at[column[order[i]] + 128];
        return Write(values.Length, writer => writer.Write(MemoryMarshal.AsBytes(values.AsSpan())), codes);
    }

    /// <inheritdoc cref="Write(sbyte[], int[], int[])"/>
    public static byte[] Write(ReadOnlySpan<double> column, int[] order, int[] codes)
    {
        // Told apart by their bits, so that they come back as they were.
        var codeOf = new Dictionary<long, int>();
        for (int i = 0; i < codes.Length; i++)
        {
            ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(codeOf, BitConverter.DoubleToInt64Bits(column[order[i]]),
                out bool known);
            if (!known) code = codeOf.Count - 1;
            codes[i] = code;
        }
        return Write(codeOf.Count, writer => { foreach (long value in codeOf.Keys) writer.Write(value); }, codes);
    }

    /// <summary>Labels in their order; a row in no level has the code 0, the others theirs and 1.</summary>
    /// <inheritdoc cref="Write(sbyte[], int[], int[])"/>
    public static byte[] Write(Factor column, int[] order, int[] codes)
    {
        ReadOnlySpan<int> levels = column.Codes;
        for (int i = 0; i < codes.Length; i++) codes[i] = levels[order[i]] + 1;
        return Write(column.Levels + 1, writer => { foreach (string label in column.Labels) writer.Write(label); }, codes);
    }

    public static sbyte[] Ratings(byte[] part, int rows)
    {
        using BinaryReader reader = Open(part, out int levels);
        sbyte[] values = [.. Enumerable.Range(0, levels).Select(_ => reader.ReadSByte())];
        return Unpack(part, reader, values, rows);
    }

    public static double[] Doubles(byte[] part, int rows)
    {
        using BinaryReader reader = Open(part, out int levels);
        double[] values = [.. Enumerable.Range(0, levels).Select(_ => reader.ReadDouble())];
        return Unpack(part, reader, values, rows);
    }

    /// <summary>Columns with the same codes, such as all those of no level, share them.</summary>
    public static Factor[] Labels(ReadOnlySpan<byte[]> parts, int rows)
    {
        var factors = new Factor[parts.Length];
        var known = new List<(ReadOnlyMemory<byte> Packed, int[] Codes)>();
        for (int i = 0; i < factors.Length; i++)
        {
            using BinaryReader reader = Open(parts[i], out int levels);
            string[] labels = [.. Enumerable.Range(1, levels - 1).Select(_ => reader.ReadString())];
            ReadOnlyMemory<byte> packed = parts[i].AsMemory((int)reader.BaseStream.Position);
            int[]? codes = known.Find(k => k.Packed.Span.SequenceEqual(packed.Span)).Codes;
            if (codes is null) known.Add((packed, codes = Unpack(parts[i], reader, [.. Enumerable.Range(-1, levels)], rows)));
            factors[i] = Factor.FromCodes(codes, labels);
        }
        return factors;
    }

    private static byte[] Write(int levels, Action<BinaryWriter> values, int[] codes)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(levels);
            values(writer);
        }
        memory.Write(PackedCodes.Pack(codes, levels));
        return memory.ToArray();
    }

    private static BinaryReader Open(byte[] part, out int levels)
    {
        var reader = new BinaryReader(new MemoryStream(part, writable: false), Encoding.UTF8);
        levels = reader.ReadInt32();
        return reader;
    }

    private static T[] Unpack<T>(byte[] part, BinaryReader reader, T[] values, int rows)
    {
        var column = GC.AllocateUninitializedArray<T>(rows);
        PackedCodes.Unpack(part.AsSpan((int)reader.BaseStream.Position), values, column);
        return column;
    }
}
