namespace Cadran.Questionnaires;

/// <summary>A text of a file, with its markup, under the file's own names of languages; an empty name is the file's first
/// language.</summary>
internal sealed class ForeignText
{
    private readonly Dictionary<string, string> written = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, string> ByLanguage => written;

    public bool IsEmpty => written.Values.All(string.IsNullOrWhiteSpace);

    public static ForeignText Of(string? text, string language = "") => new ForeignText().With(language, text);

    public ForeignText With(string language, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) written.TryAdd(language, text);
        return this;
    }

    /// <summary>This and then the other, in each language in which the other is written.</summary>
    public ForeignText Then(ForeignText other, string between)
    {
        var both = new ForeignText();
        foreach (string language in written.Keys.Union(other.written.Keys, StringComparer.OrdinalIgnoreCase))
            both.With(language, string.Join(between, new[] { written.GetValueOrDefault(language),
                other.written.GetValueOrDefault(language) }
                .Where(text => !string.IsNullOrWhiteSpace(text))));
        return both;
    }
}
