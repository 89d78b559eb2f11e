using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Cadran.Collection;

/// <summary>
/// Issues the numbers that stand in the addresses of respondents, and makes of such a number and the one in the browser's cookie the key
/// that answers travel under. An address handed on is another key in every other browser: whoever made it finds nothing under it.
/// </summary>
/// <param name="secret">The server's own, at least 16 bytes.</param>
public sealed class AnswerKeys(byte[] secret)
{
    private const int RandomBytes = 10, TokenBytes = SubmissionKey.TokenLength / 2, GuidBytes = 16;

    // Without I, L, O and U: a receipt can be read out on the telephone.
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly SearchValues<char> AnySymbol = SearchValues.Create(Symbols);
    private const int ReceiptSymbols = 20, Group = 4;

    /// <summary>A number for somebody who opens the link of this wave: 80 random bits and the server's mark on them.</summary>
    public string NewToken(Guid waveId)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        RandomNumberGenerator.Fill(token[..RandomBytes]);
        Mark(waveId, token[..RandomBytes]).CopyTo(token[RandomBytes..]);
        return Convert.ToHexStringLower(token);
    }

    /// <summary>This server gave the number out, for this wave.</summary>
    public bool Issued(Guid waveId, string token)
    {
        if (!SubmissionKey.IsToken(token)) return false;
        Span<byte> given = stackalloc byte[TokenBytes];
        Convert.FromHexString(token, given, out _, out _);
        return CryptographicOperations.FixedTimeEquals(Mark(waveId, given[..RandomBytes]), given[RandomBytes..]);
    }

    /// <param name="browser">The number in the browser's cookie; empty for a browser that takes none.</param>
    public SubmissionKey Key(Guid waveId, string token, string browser) =>
        SubmissionKey.Of(Hash("key"u8, waveId, Encoding.ASCII.GetBytes($"{token}|{browser}")).AsSpan(0, TokenBytes));

    /// <summary>
    /// Proof for the sender that answers arrived, such as 7KQ2-9FMT-…: forty bits of the key's own and the server's mark of sixty on them.
    /// Nothing is stored for it, so nothing that is stored leads from it to anything.
    /// </summary>
    public string Receipt(Guid waveId, SubmissionKey key) => Written(waveId, key.ReceiptBits());

    /// <summary>This server gave that receipt for answers to this wave; read as people write it.</summary>
    public bool IsReceipt(Guid waveId, string? typed)
    {
        string symbols = Plain(typed ?? "");
        if (symbols.Length != ReceiptSymbols || symbols.AsSpan().ContainsAnyExcept(AnySymbol)) return false;
        ulong bits = 0;
        for (int i = 0; i < 8; i++) bits = bits << 5 | (uint)Symbols.IndexOf(symbols[i], StringComparison.Ordinal);
        Span<byte> own = stackalloc byte[5];
        for (int i = 4; i >= 0; i--, bits >>= 8) own[i] = (byte)bits;
        string right = Plain(Written(waveId, own));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(symbols));
    }

    private string Written(Guid waveId, ReadOnlySpan<byte> own)
    {
        // 40 bits of the key's and 60 of the mark: 100 bits are 20 symbols of five.
        byte[] bytes = [.. own, .. Hash("receipt"u8, waveId, own).AsSpan(0, 8)];
        var text = new StringBuilder();
        for (int symbol = 0; symbol < ReceiptSymbols; symbol++)
        {
            if (symbol > 0 && symbol % Group == 0) text.Append('-');
            int value = 0;
            for (int bit = symbol * 5; bit < symbol * 5 + 5; bit++) value = value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1;
            text.Append(Symbols[value]);
        }
        return text.ToString();
    }

    // As it is read: letters that look like digits are meant as digits.
    private static string Plain(string typed)
    {
        var plain = new StringBuilder();
        foreach (char c in typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
            if (char.IsLetterOrDigit(c)) plain.Append(c switch { 'I' or 'L' => '1', 'O' => '0', _ => c });
        return plain.ToString();
    }

    private byte[] Mark(Guid waveId, ReadOnlySpan<byte> random) => Hash("address"u8, waveId, random)[..(TokenBytes - RandomBytes)];

    private byte[] Hash(ReadOnlySpan<byte> purpose, Guid waveId, ReadOnlySpan<byte> data)
    {
        Span<byte> all = stackalloc byte[purpose.Length + GuidBytes + data.Length];
        purpose.CopyTo(all);
        waveId.TryWriteBytes(all[purpose.Length..]);
        data.CopyTo(all[(purpose.Length + GuidBytes)..]);
        return HMACSHA256.HashData(secret, all);
    }
}
