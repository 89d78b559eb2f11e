using System.Security.Cryptography;
using Cadran.Storage;

namespace Cadran.Collection;

/// <summary>
/// What arrivals in the SQLite file are closed with: a file of 64 bytes beside it, the present key and, while a shuffle is under way, the
/// one before. A key that has done its work is overwritten in its place: what the database file, its log or a copy of either still holds
/// of arrivals is then noise for everybody.
/// </summary>
internal sealed class ArrivalKeys(string databaseFile)
{
    private readonly string file = databaseFile + "-arrivals";

    /// <summary>Present key first; read anew each time, for another process may have turned it. None when there is no file.</summary>
    public byte[][] Read()
    {
        if (!File.Exists(file)) return [];
        var bytes = new byte[2 * AnswerSeal.KeyBytes];
        using FileStream stored = PrivateFiles.OpenOrCreate(file);
        return stored.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length ? []
            : [bytes[..AnswerSeal.KeyBytes], bytes[AnswerSeal.KeyBytes..]];
    }

    /// <summary>The key that arrivals are closed with now; made when there is none. Called with the right to write the database.</summary>
    public byte[] Present()
    {
        if (Read() is [var present, ..]) return present;
        Replace(new byte[AnswerSeal.KeyBytes]);
        return Read()[0];
    }

    /// <summary>
    /// A new present key; the one before is kept until <see cref="Forget"/>. While one before is kept, nothing turns: a shuffle that failed
    /// or was cut off has left arrivals that only it opens. Called with the right to write the database.
    /// </summary>
    /// <returns>Whether the present key is new.</returns>
    public bool Turn()
    {
        byte[] present = Present();
        if (Read()[1].AsSpan().ContainsAnyExcept((byte)0)) return false;
        Replace(present);
        return true;
    }

    /// <summary>Overwrites the key before the present one, on the disk.</summary>
    public void Forget()
    {
        byte[] present = Present();
        using FileStream stored = PrivateFiles.OpenOrCreate(file);
        Write(stored, [.. present, .. new byte[AnswerSeal.KeyBytes]]);
    }

    private void Replace(byte[] before)
    {
        using FileStream stored = PrivateFiles.OpenOrCreate(file);
        Write(stored, [.. RandomNumberGenerator.GetBytes(AnswerSeal.KeyBytes), .. before]);
    }

    private static void Write(FileStream stored, byte[] bytes)
    {
        stored.Position = 0;
        stored.Write(bytes);
        stored.Flush(flushToDisk: true);
    }

    /// <summary>The content, or null when none of the keys opens it.</summary>
    public static byte[]? Open(byte[][] keys, byte[] closed) =>
        keys.Select(key => AnswerSeal.Open(key, closed)).FirstOrDefault(content => content is not null);
}
