using System.Runtime.InteropServices;
using System.Text;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>A column of a <see cref="ResponseTable"/> as a part of a copy: what occurs in it, then a packed code for each row.</summary>
internal static class CopiedColumn
{
    public static byte[] Write(sbyte[] column, int[] order)
    {
        var at = new int[256];
        foreach (int row in order) at[column[row] + 128] = 1;
        sbyte[] values = [.. Enumerable.Range(0, 256).Where(i => at[i] == 1).Select(i => (sbyte)(i - 128))];
        for (int i = 0; i < values.Length; i++) at[values[i] + 128] = i;
        return Write(values.Length, writer => writer.Write(MemoryMarshal.AsBytes(values.AsSpan())),
            Array.ConvertAll(order, row => at[column[row] + 128]));
    }

    public static byte[] Write(ReadOnlySpan<double> column, int[] order)
    {
        // Told apart by their bits, so that they come back as they were.
        var codeOf = new Dictionary<long, int>();
        var codes = new int[order.Length];
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
    public static byte[] Write(Factor column, int[] order) => Write(
        column.Levels + 1, writer => { foreach (string label in column.Labels) writer.Write(label); },
        Array.ConvertAll(order, row => column.Codes[row] + 1));

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

    public static Factor Labels(byte[] part, int rows)
    {
        using BinaryReader reader = Open(part, out int levels);
        string[] labels = [.. Enumerable.Range(1, levels - 1).Select(_ => reader.ReadString())];
        return Factor.FromCodes(Unpack(part, reader, [.. Enumerable.Range(-1, levels)], rows), labels);
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
