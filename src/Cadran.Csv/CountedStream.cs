namespace Cadran.Csv;

/// <summary>Knows how much of the file was taken, and can give back the bytes that were only looked at.</summary>
internal sealed class CountedStream(Stream inner) : ForwardStream
{
    private byte[] givenBack = [];

    public long Count { get; private set; }

    public void Unread(ReadOnlySpan<byte> bytes)
    {
        givenBack = bytes.ToArray();
        Count -= bytes.Length;
    }

    public override int Read(Span<byte> buffer)
    {
        int got;
        if (givenBack.Length > 0)
        {
            got = Math.Min(buffer.Length, givenBack.Length);
            givenBack.AsSpan(0, got).CopyTo(buffer);
            givenBack = givenBack[got..];
        }
        else
        {
            got = inner.Read(buffer);
        }
        Count += got;
        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Bytes already read, then the rest of the stream they came from.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> prefix = prefix;

    public override int Read(Span<byte> buffer)
    {
        if (prefix.IsEmpty) return rest.Read(buffer);
        int got = Math.Min(buffer.Length, prefix.Length);
        prefix.Span[..got].CopyTo(buffer);
        prefix = prefix[got..];
        return got;
    }
}

/// <summary>A stream that can only be read forwards.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> buffer);
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
