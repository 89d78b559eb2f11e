namespace Cadran;

/// <summary>
/// The last check of a text before it is kept. A form says what is wrong earlier and better; files, commands and programs have no form.
/// </summary>
internal static class TextLimits
{
    /// <summary>The text without spaces around it; a broken rule when nothing is written, or too much.</summary>
    public static string Required(string? text, int most, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw Missing(field) : NoLonger(text.Trim(), most, field);

    /// <summary>The text; a broken rule when it is written in no language, or too long in one.</summary>
    public static LocalText Required(LocalText text, int most, string field) =>
        string.IsNullOrWhiteSpace(text.In("en")) ? throw Missing(field) : Optional(text, most, field);

    /// <summary>The text, or nothing; a broken rule when it is too long in some language.</summary>
    public static LocalText Optional(LocalText text, int most, string field)
    {
        foreach (string language in LocalText.Languages) NoLonger(text.Exactly(language), most, field);
        return text;
    }

    private static string NoLonger(string text, int most, string field) => text.Length <= most ? text
        : throw new RuleViolationException("text.too-long", "{0}: {1} characters at most.", field, field, most);

    private static RuleViolationException Missing(string field) =>
        new RuleViolationException("text.missing", "{0}: fill this in.", field, field);
}
