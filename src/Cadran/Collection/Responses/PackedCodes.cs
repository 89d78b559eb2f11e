using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Cadran.Collection;

/// <summary>A column of codes, each from 0 to below a number of levels, in as few bits as hold one: none, 1, 2, 4, 8, 16 or 32.</summary>
internal static class PackedCodes
{
    /// <param name="codes">From 0 to below <paramref name="levels"/>.</param>
    public static byte[] Pack(ReadOnlySpan<int> codes, int levels)
    {
        int bits = Bits(levels);
        var packed = new byte[Length(codes.Length, bits)];
        if (bits == 0) return packed;
        for (int i = 0; i < codes.Length; i++)
            if (bits == 32) BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(i * 4), codes[i]);
            else if (bits == 16) BinaryPrimitives.WriteUInt16LittleEndian(packed.AsSpan(i * 2), (ushort)codes[i]);
            else packed[(int)((long)i * bits / 8)] |= (byte)(codes[i] << (i * bits % 8));
        return packed;
    }

    /// <summary>Puts the value of each code in its place.</summary>
    /// <param name="values">One for each level.</param>
    /// <param name="to">As many as there are rows.</param>
    /// <exception cref="InvalidDataException">These are not packed codes of so many rows and levels.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpack<T>(ReadOnlySpan<byte> packed, ReadOnlySpan<T> values, Span<T> to)
    {
        int bits = Bits(values.Length);
        if (packed.Length != Length(to.Length, bits) || (values.IsEmpty && !to.IsEmpty)) throw Broken();
        if (bits == 0)
        {
            if (!to.IsEmpty) to.Fill(values[0]);
            return;
        }
        if (bits >= 16)
        {
            for (int i = 0; i < to.Length; i++)
            {
                uint code = bits == 32 ? BinaryPrimitives.ReadUInt32LittleEndian(packed[(i * 4)..])
                    : BinaryPrimitives.ReadUInt16LittleEndian(packed[(i * 2)..]);
                if (code >= values.Length) throw Broken();
                to[i] = values[(int)code];
            }
            return;
        }
        int mask = (1 << bits) - 1, row = 0;
        foreach (byte some in packed)
            for (int shift = 0; shift < 8 && row < to.Length; shift += bits)
            {
                int code = (some >> shift) & mask;
                if (code >= values.Length) throw Broken();
                to[row++] = values[code];
            }
    }

    private static int Bits(int levels) =>
        levels switch { <= 1 => 0, <= 2 => 1, <= 4 => 2, <= 16 => 4, <= 256 => 8, <= 65_536 => 16, _ => 32 };

    private static int Length(int rows, int bits) => checked((int)(((long)rows * bits + 7) / 8));

    private static InvalidDataException Broken() => new("A packed column is broken.");
}
