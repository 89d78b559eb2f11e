using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Cadran.Csv;

/// <summary>
/// The file as valid UTF-8, whatever it was: decompressed under a size and ratio cap, transcoded when it is UTF-16 or Windows-1252.
/// Without a byte order mark it is taken for UTF-8. The first byte that cannot be UTF-8, when only ASCII came before, shows that the file
/// is Windows-1252; when real UTF-8 came before it is an error of that row. One pass, and the same answer as reading it twice.
/// </summary>
internal sealed class CsvSource : IDisposable
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Stream file;
    private readonly CountedStream raw;
    private readonly Stream text;
    private readonly bool compressed;
    private readonly CsvOptions options;
    private byte[] pending;
    private int pendingAt;
    private long textRead;
    private bool beyondAscii, windows1252;

    public CsvSource(Stream file, CsvOptions options)
    {
        (this.file, this.options) = (file, options);
        raw = new CountedStream(file);
        RawLength = file.CanSeek ? file.Length : 0;
        Span<byte> magic = stackalloc byte[2];
        int got = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        raw.Unread(magic[..got]);
        compressed = got == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        if (!compressed && RawLength > options.MaxBytes) throw TooLarge();
        text = compressed ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        pending = Sample();
        if (CsvSniff.Utf16(pending) is { } utf16)
        {
            text = Encoding.CreateTranscodingStream(new PrefixedStream(pending.AsMemory(utf16.Mark), text), utf16.Encoding,
                Encoding.UTF8);
            pending = [];
            return;
        }
        if (CsvSniff.Refusal(pending) is { } refusal) throw refusal;
        if (pending.AsSpan().StartsWith(Encoding.UTF8.Preamble)) pendingAt = 3;
        windows1252 = options.Encoding == CsvEncoding.Windows1252;
    }

    public long RawRead => raw.Count;
    public long RawLength { get; }

    /// <summary>The next read will fail: everything before that point must be looked at first, so that the failure names its row.</summary>
    public bool Broken { get; private set; }

    /// <summary>Bytes placed in the destination; 0 at the end.</summary>
    public int Read(Span<byte> destination, CsvTokenizer at)
    {
        if (Broken)
            throw at.Fail("csv.encoding", "The text is neither UTF-8 nor Windows-1252 throughout: " +
                "some of it was saved in another encoding.", null);
        if (windows1252) return ReadWindows1252(destination);
        int got = ReadText(destination[..^4]);
        // Complete a character cut by the end of the chunk, so that validity can be judged chunk by chunk.
        while (got > 0 && IncompleteTail(destination[..got]) && ReadText(destination.Slice(got, 1)) is 1) got++;
        ReadOnlySpan<byte> chunk = destination[..got];
        if (Ascii.IsValid(chunk)) return got;
        if (!Utf8.IsValid(chunk))
        {
            int good = KeepValid(chunk);
            return good > 0 ? good : Read(destination, at);
        }
        beyondAscii = true;
        return got;
    }

    public void Dispose()
    {
        text.Dispose();
        raw.Dispose();
    }

    /// <summary>Delivers what is good; the rest is read as Windows-1252 or ends the reading at the row that holds it.</summary>
    private int KeepValid(ReadOnlySpan<byte> chunk)
    {
        int good = 0;
        while (Rune.DecodeFromUtf8(chunk[good..], out Rune rune, out int size) == OperationStatus.Done)
        {
            beyondAscii |= !rune.IsAscii;
            good += size;
        }
        Broken = beyondAscii || options.Encoding == CsvEncoding.Utf8;
        windows1252 = !Broken;
        pending = [.. chunk[good..], .. pending.AsSpan(pendingAt)];
        pendingAt = 0;
        return good;
    }

    private int ReadWindows1252(Span<byte> destination)
    {
        byte[] bytes = new byte[destination.Length / 3];
        int got = ReadText(bytes);
        return Encoding.UTF8.GetBytes(Windows1252.GetString(bytes, 0, got), destination);
    }

    private byte[] Sample()
    {
        byte[] sample = new byte[1 << 16];
        int got = 0, more;
        while (got < sample.Length && (more = ReadFile(sample.AsSpan(got))) > 0) got += more;
        return sample[..got];
    }

    private int ReadText(Span<byte> destination)
    {
        if (pendingAt >= pending.Length) return ReadFile(destination);
        int take = Math.Min(destination.Length, pending.Length - pendingAt);
        pending.AsSpan(pendingAt, take).CopyTo(destination);
        pendingAt += take;
        return take;
    }

    private int ReadFile(Span<byte> destination)
    {
        try
        {
            int got = text.Read(destination);
            textRead += got;
            if (got == 0 && compressed && file.CanSeek && !GzipEnd.Fits(file, textRead)) throw new InvalidDataException();
            if (textRead > options.MaxBytes) throw TooLarge();
            // Small files may compress well by chance; the ratio is judged once there is something to judge.
            if (compressed && textRead > 10_000_000 && textRead / Math.Max(1, raw.Count) > options.MaxCompressionRatio)
                throw new CsvException("csv.compression-bomb", "The compressed file would grow more than {0} times: it is not a table.",
                    options.MaxCompressionRatio);
            return got;
        }
        catch (InvalidDataException)
        {
            throw new CsvException("csv.gzip", "The compressed file is damaged and cannot be unpacked.");
        }
    }

    private CsvException TooLarge() => new("csv.too-large", "The file holds more than {0} MB of text.", options.MaxBytes / 1_000_000);

    private static bool IncompleteTail(ReadOnlySpan<byte> chunk)
    {
        for (int back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            byte b = chunk[^back];
            if (b < 0x80) return false;
            if (b >= 0xC0) return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2);
        }
        return false;
    }
}
