namespace Cadran;

/// <summary>Text cut where only its beginning is needed, with an ellipsis that says so.</summary>
public static class ShortText
{
    /// <summary>At most so many characters of the text are shown where a value is quoted in a message.</summary>
    public const int Quoted = 60;

    /// <summary>The first characters of the text; whole when it has no more than <paramref name="longest"/>.</summary>
    public static string Of(string text, int longest = Quoted)
    {
        if (text.Length <= longest) return text;
        // Half of a character outside the basic plane is no character.
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
    }

    /// <summary>As <see cref="Of"/>, but ending with a whole word where there is one.</summary>
    public static string AtAWord(string text, int longest)
    {
        if (text.Length <= longest) return text;
        int space = text.LastIndexOf(' ', longest);
        return space > 0 ? text[..space].TrimEnd() + "…" : Of(text, longest);
    }
}
