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
    private const int ReceiptSymbols = 24, CodeSymbols = 16, Group = 4, SymbolBits = 5;

    // Receipts given before there was a list of them had forty bits of their own.
    private const int OlderSymbols = 20, OlderOwnBits = 40, OwnBits = 60;

    /// <summary>A number for somebody who opens the link of this wave: 80 random bits and the server's mark on them.</summary>
    public string NewToken(Guid waveId)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        RandomNumberGenerator.Fill(token[..RandomBytes]);
        Mark(waveId, token[..RandomBytes]).CopyTo(token[RandomBytes..]);
        return Convert.ToHexStringLower(token);
    }

    /// <summary>A new personal link: 128 random bits that are kept nowhere.</summary>
    public static string NewLink() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>
    /// A new code for a letter: eighty random bits in sixteen signs, because nobody types more, in groups of four.
    /// </summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Symbols, CodeSymbols).Chunk(Group)
        .Select(four => new string(four)));

    /// <summary>The link that was written: a personal one, or the code of a letter as people write it; null for neither.</summary>
    public static string? LinkOf(string written) => SubmissionKey.IsToken(written) ? written
        : Plain(written) is { Length: CodeSymbols } code && !code.AsSpan().ContainsAnyExcept(AnySymbol) ? code : null;

    /// <summary>The number that whoever opens a personal link answers under, the same each time, with the server's mark on it.</summary>
    public string NumberOf(Guid waveId, string link)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        Hash("invited"u8, waveId, Encoding.ASCII.GetBytes(link)).AsSpan(0, RandomBytes).CopyTo(token);
        Mark(waveId, token[..RandomBytes]).CopyTo(token[RandomBytes..]);
        return Convert.ToHexStringLower(token);
    }

    /// <summary>What is kept of a personal link: a digest of the number, from which nothing leads to the key of any answer.</summary>
    internal string LinkDigest(Guid waveId, string number) =>
        Convert.ToHexStringLower(Hash("link"u8, waveId, Encoding.ASCII.GetBytes(number)).AsSpan(0, TokenBytes));

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

    /// <summary>The key of answers that a program sends: the same for the same number that the program gave them.</summary>
    /// <param name="program">Of the program's own key: no two programs meet under one number.</param>
    public SubmissionKey OfProgram(Guid waveId, Guid program, string number) =>
        SubmissionKey.Of(Hash("program"u8, waveId, Encoding.UTF8.GetBytes($"{program:N}|{number}")).AsSpan(0, TokenBytes));

    /// <summary>Proof for the sender that answers arrived, such as 7KQ2-9FMT-…</summary>
    public string Receipt(Guid waveId, SubmissionKey key) => Receipt(waveId, key.Digest());

    /// <summary>
    /// The receipt of the answers that were counted under a digest: sixty bits made of it and the server's mark of sixty on them. No two
    /// of a wave are alike but by a chance of one in a million among a million, and nothing leads from it to answers.
    /// </summary>
    internal string Receipt(Guid waveId, string digest) =>
        Written(waveId, Hash("own"u8, waveId, Encoding.ASCII.GetBytes(digest)).AsSpan(0, (OwnBits + 7) / 8), OwnBits, ReceiptSymbols);

    /// <summary>This server gave that receipt for answers to this wave; read as people write it.</summary>
    public bool IsReceipt(Guid waveId, string? typed)
    {
        string symbols = Plain(typed);
        if (symbols.Length is not (ReceiptSymbols or OlderSymbols) || symbols.AsSpan().ContainsAnyExcept(AnySymbol)) return false;
        int bits = symbols.Length == ReceiptSymbols ? OwnBits : OlderOwnBits;
        var own = new byte[(bits + 7) / 8];
        for (int bit = 0; bit < bits; bit++)
        {
            int symbol = Symbols.IndexOf(symbols[bit / SymbolBits], StringComparison.Ordinal);
            if ((symbol >> (SymbolBits - 1 - bit % SymbolBits) & 1) != 0) own[bit / 8] |= (byte)(128 >> bit % 8);
        }
        string right = Plain(Written(waveId, own, bits, symbols.Length));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(symbols));
    }

    // Bits of its own, then of the mark, five a symbol.
    private string Written(Guid waveId, ReadOnlySpan<byte> own, int ownBits, int symbols)
    {
        byte[] first = own.ToArray();
        if (ownBits % 8 != 0) first[^1] &= (byte)(0xFF << 8 - ownBits % 8);
        byte[] mark = Hash("receipt"u8, waveId, first);
        var text = new StringBuilder();
        for (int symbol = 0; symbol < symbols; symbol++)
        {
            if (symbol > 0 && symbol % Group == 0) text.Append('-');
            int value = 0;
            for (int bit = symbol * SymbolBits; bit < (symbol + 1) * SymbolBits; bit++)
                value = value << 1 | (bit < ownBits ? Bit(first, bit) : Bit(mark, bit - ownBits));
            text.Append(Symbols[value]);
        }
        return text.ToString();

        static int Bit(byte[] bytes, int bit) => bytes[bit / 8] >> (7 - bit % 8) & 1;
    }

    /// <summary>A receipt as it is read: no hyphens and spaces, and letters that look like digits are meant as digits.</summary>
    internal static string Plain(string? typed)
    {
        var plain = new StringBuilder();
        foreach (char c in (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant())
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
