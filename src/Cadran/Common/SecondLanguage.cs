namespace Cadran;

/// <summary>Adds the second language to texts that were recorded in one. What was written, first or second, is never changed.</summary>
internal sealed class SecondLanguage(string by, DateTime nowUtc)
{
    public List<AddedText> Added { get; } = [];

    /// <summary>The text with what was added in the language it lacks; as it was when nothing was.</summary>
    public LocalText To(LocalText text, string? added, string field)
    {
        if (string.IsNullOrWhiteSpace(added)) return text;
        string language = text.Missing() ?? throw Refusals.ChangedMeanwhile(field);
        Added.Add(new AddedText(field, language, by, nowUtc));
        return text.With(language, added.Trim());
    }
}
