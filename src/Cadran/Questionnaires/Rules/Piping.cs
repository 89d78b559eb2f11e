using System.Text;

namespace Cadran.Questionnaires;

/// <summary>
/// Places in a text of an author's that an answer or a fact is put into: <c>{code}</c>, <c>{#fact}</c>; <c>{{</c> is a brace. What is put
/// in is text and is never read for places again.
/// </summary>
public static class Piping
{
    public const char FactMark = '#';

    /// <summary>The pieces of a text in order: words as they are, or the name of a place.</summary>
    public static IReadOnlyList<PipedPiece> Pieces(string text)
    {
        if (!text.Contains('{')) return text.Length == 0 ? [] : [new(text, null)];
        var pieces = new List<PipedPiece>();
        var words = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != '{') { words.Append(text[at]); continue; }
            if (at + 1 < text.Length && text[at + 1] == '{') { words.Append('{'); at++; continue; }
            int end = text.IndexOf('}', at);
            if (end < 0 || !IsName(text.AsSpan(at + 1, end - at - 1))) { words.Append('{'); continue; }
            if (words.Length > 0) pieces.Add(new(words.ToString(), null));
            words.Clear();
            pieces.Add(new("", text[(at + 1)..end]));
            at = end;
        }
        if (words.Length > 0) pieces.Add(new(words.ToString(), null));
        return pieces;
    }

    /// <summary>Names of the places in a text, in every language.</summary>
    public static IEnumerable<string> Names(LocalText text) =>
        LocalText.Languages.SelectMany(language => Pieces(text.Exactly(language))).Select(piece => piece.Place).OfType<string>().Distinct();

    /// <summary>Codes of the questions whose answers a text repeats.</summary>
    public static IEnumerable<string> Questions(LocalText text) => Names(text).Where(name => name[0] != FactMark);

    /// <summary>The text with something else in its places; null leaves a place as it is written.</summary>
    public static string Filled(string text, Func<string, string?> fill) =>
        string.Concat(Pieces(text).Select(p => p.Place is { } place ? fill(place) ?? $"{{{place}}}" : p.Words));

    /// <summary>The same text with other places, or words, which are kept from being places.</summary>
    public static LocalText Renamed(LocalText text, Func<string, string> code, LocalText turn)
    {
        LocalText renamed = text;
        foreach (string language in LocalText.Languages)
        {
            string own = text.Exactly(language);
            if (!own.Contains('{')) continue;
            renamed = renamed.With(language, string.Concat(Pieces(own).Select(p =>
                p.Place is not { } place ? Escaped(p.Words)
                : place == FactMark + Fact.Turn ? Escaped(turn.In(language))
                : place[0] == FactMark ? $"{{{place}}}" : $"{{{code(place)}}}")));
        }
        return renamed;
    }

    private static string Escaped(string words) => words.Replace("{", "{{", StringComparison.Ordinal);

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 90) return false;
        if (name[0] == FactMark) name = name[1..];
        foreach (char c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or Loop.Mark)) return false;
        return name.Length > 0;
    }
}
