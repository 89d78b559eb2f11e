using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Cadran.Web.Files;

/// <summary>
/// Writes an SPSS system file (.sav) as it goes out, with its cases compressed: a byte for each whole number near zero, for eight spaces
/// and for no value, and the eight bytes of anything else after the next eight of such bytes.
/// </summary>
/// <remarks>
/// The layout is that of the public descriptions of the format by the authors of PSPP and ReadStat. Cells are written in the order of the
/// variables, case by case.
/// </remarks>
public sealed class SavWriter
{
    /// <summary>Added to a whole number to make its byte.</summary>
    public const int Bias = 100;

    private const byte Literal = 253, Spaces = 254, NoValue = 255, Lowest = 1, Highest = 251;
    private const int FlushBytes = 1 << 16, Codes = 8;

    private readonly PipeWriter pipe;
    private readonly byte[] block = new byte[Codes + Codes * 8];
    private int codes, literals;

    /// <param name="weight">Name of the variable that weights the cases; null for none.</param>
    public SavWriter(Stream to, IReadOnlyList<SavVariable> variables, int cases, string title, DateTime made, string? weight = null)
    {
        pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(minimumBufferSize: FlushBytes, leaveOpen: true));
        int place = 0;
        if (weight is not null) place = 1 + variables.TakeWhile(v => v.Name != weight).Sum(v => v.Places);
        new SavDictionary(pipe).Write(variables, cases, title, made, place);
    }

    /// <summary>The byte of a whole number that has one; 0 of any other number.</summary>
    public static byte CodeOf(double value) =>
        value == Math.Floor(value) && value + Bias is >= Lowest and <= Highest and var code ? (byte)code : (byte)0;

    /// <param name="value">Null for no value at all.</param>
    public void Number(double? value)
    {
        if (value is not { } number) { Code(NoValue); return; }
        if (CodeOf(number) is > 0 and var code) { Code(code); return; }
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        Eight(bytes);
    }

    /// <summary>As <see cref="Number"/>, where the caller has asked <see cref="CodeOf"/> once for all cases; 0 for no value.</summary>
    public void Small(byte code) => Code(code == 0 ? NoValue : code);

    /// <summary>A text, filled up with spaces.</summary>
    /// <param name="utf8">At most as many bytes as the variable is wide; more throw <see cref="ArgumentException"/>.</param>
    public void Text(SavVariable variable, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > variable.Width)
            throw new ArgumentException($"{utf8.Length} bytes for {variable.Name}, which has {variable.Width}.", nameof(utf8));
        Span<byte> eight = stackalloc byte[8];
        foreach (int width in variable.Segments)
        {
            // The last byte of the last place of a full segment is never used.
            ReadOnlySpan<byte> part = utf8[..Math.Min(utf8.Length, width)];
            utf8 = utf8[part.Length..];
            for (int place = 0; place < SavVariable.PlacesOf(width); place++)
            {
                ReadOnlySpan<byte> piece = part[..Math.Min(part.Length, 8)];
                part = part[piece.Length..];
                if (piece.IsEmpty) { Code(Spaces); continue; }
                eight.Fill((byte)' ');
                piece.CopyTo(eight);
                Eight(eight);
            }
        }
    }

    /// <summary>To be called after each case: sends on what has gathered.</summary>
    public ValueTask EndCaseAsync(CancellationToken ct) =>
        pipe.UnflushedBytes >= FlushBytes ? new ValueTask(pipe.FlushAsync(ct).AsTask()) : ValueTask.CompletedTask;

    public async Task EndAsync()
    {
        while (codes > 0) Code(0);
        await pipe.CompleteAsync();
    }

    private void Eight(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(block.AsSpan(Codes + literals));
        literals += 8;
        Code(Literal);
    }

    private void Code(byte code)
    {
        block[codes++] = code;
        if (codes < Codes) return;
        Span<byte> span = pipe.GetSpan(block.Length);
        block.AsSpan(0, Codes + literals).CopyTo(span);
        pipe.Advance(Codes + literals);
        (codes, literals) = (0, 0);
    }
}
