using System.Buffers.Binary;

namespace Cadran.Csv;

/// <summary>
/// Whether a .gz file is there to its end. The framework's stream ends without a word when a file was cut off, and half a table would
/// pass for a whole one; but the last four bytes of a file of one part say how much it unpacks to (RFC 1952).
/// </summary>
internal static class GzipEnd
{
    /// <param name="file">Left at another position.</param>
    /// <param name="unpacked">Bytes that came out of it.</param>
    public static bool Fits(Stream file, long unpacked)
    {
        Span<byte> size = stackalloc byte[4];
        if (file.Length < 18) return false;
        file.Position = file.Length - 4;
        file.ReadExactly(size);
        // In a file of several parts put together the number tells of the last part only.
        return BinaryPrimitives.ReadUInt32LittleEndian(size) == (uint)unpacked || HasAnotherPart(file);
    }

    private static bool HasAnotherPart(Stream file)
    {
        const int Header = 10;
        byte[] buffer = new byte[1 << 16];
        file.Position = 1;
        int kept = 0, got;
        while ((got = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            Span<byte> seen = buffer.AsSpan(0, kept + got);
            while (seen.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) is >= 0 and int at && seen.Length - at >= Header)
            {
                // Flags, level and system of a real header: three magic bytes alone occur by chance in a large file.
                if (seen[at + 3] < 0x20 && seen[at + 8] is 0 or 2 or 4 && seen[at + 9] is <= 13 or 255) return true;
                seen = seen[(at + 3)..];
            }
            kept = Math.Min(seen.Length, Header - 1);
            seen[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
