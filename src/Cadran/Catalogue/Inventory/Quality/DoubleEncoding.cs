using System.Text;
using System.Text.RegularExpressions;

namespace Cadran.Catalogue;

/// <summary>Recognises UTF-8 that was once read as Windows-1252 and saved again: "reÃ§us" for "reçus".</summary>
public static partial class DoubleEncoding
{
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderExceptionFallback(), new DecoderExceptionFallback())!;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>A few characters around the first broken one, or null when the text is sound.</summary>
    public static string? Sign(string text)
    {
        foreach (Match match in Suspect().Matches(text))
        {
            if (!Decodes(match.Value)) continue;
            int from = Math.Max(0, match.Index - 12), to = Math.Min(text.Length, match.Index + match.Length + 8);
            return text[from..to];
        }
        return null;
    }

    private const string Continuation = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    // A lead byte of UTF-8 seen as a letter (Ã, Â, â…) followed by what its continuation bytes look like.
    [GeneratedRegex("[\u00c2\u00c3]" + Continuation + "|â" + Continuation + "{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Suspect();

    private static bool Decodes(string suspect)
    {
        try
        {
            return Strict.GetString(Windows1252.GetBytes(suspect)).Length == 1;
        }
        catch (ArgumentException) // both fallbacks' exceptions derive from it
        {
            return false;
        }
    }
}
