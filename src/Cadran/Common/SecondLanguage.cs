namespace Cadran;

/// <summary>A text that somebody added afterwards in the official language it was not written in.</summary>
/// <param name="Field">Name of the property that holds the text.</param>
public sealed record AddedText(string Field, string Language, string By, DateTime AtUtc)
{
    /// <summary>Two people added the same text, or one added a text while another changed what it belongs to: the first is kept.</summary>
    public static RuleViolationException Late(string? field = null) =>
        new RuleViolationException("text.changed-meanwhile", "Somebody has changed this in the meantime. What is written stays: look at it again.", field);
}

/// <summary>Adds the second language to texts that were recorded in one. What was written, first or second, is never changed.</summary>
internal sealed class SecondLanguage(string by, DateTime nowUtc)
{
    public List<AddedText> Added { get; } = [];

    /// <summary>The text with what was added in the language it lacks; as it was when nothing was.</summary>
    public LocalText To(LocalText text, string? added, string field)
    {
        if (string.IsNullOrWhiteSpace(added)) return text;
        string language = text.Missing() ?? throw AddedText.Late(field);
        Added.Add(new AddedText(field, language, by, nowUtc));
        return text.With(language, added.Trim());
    }
}
