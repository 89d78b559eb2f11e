namespace Cadran.Questionnaires;

/// <summary>
/// What a place of a questionnaire is called in a message to whoever writes it: its words, then its code where it has one. These names
/// are arguments of messages, and so texts in both languages like the words they stand beside.
/// </summary>
internal static class PlaceNames
{
    /// <summary>Longer words are cut: they only have to be recognised.</summary>
    public const int Longest = 70;

    public static readonly LocalText Title = new("the title", "le titre");
    public static readonly LocalText Welcome = new("the welcome", "l’accueil");
    public static readonly LocalText Thanks = new("the thanks", "les remerciements");

    public static LocalText Of(Question question) => question.Text == LocalText.Empty ? Both(question.Code)
        : new($"“{Words(question.Text, "en")}” ({question.Code})", $"«\u00A0{Words(question.Text, "fr")}\u00A0» ({question.Code})");

    public static LocalText Of(Section section) => section.Title == LocalText.Empty
        ? new($"the section {section.Code}", $"la section {section.Code}")
        : new($"the section “{Words(section.Title, "en")}”", $"la section «\u00A0{Words(section.Title, "fr")}\u00A0»");

    public static LocalText OfLanguage(string language) => language switch
    {
        "en" => new("English", "anglais"),
        "fr" => new("French", "français"),
        "nl" => new("Dutch", "néerlandais"),
        "de" => new("German", "allemand"),
        _ => Both(language),
    };

    public static LocalText List(IEnumerable<LocalText> names)
    {
        List<LocalText> all = [.. names];
        return new(string.Join(", ", all.Select(n => n.En)), string.Join(", ", all.Select(n => n.Fr)));
    }

    private static LocalText Both(string code) => new(code, code);

    private static string Words(LocalText text, string language) => ShortText.AtAWord(text.In(language), Longest);
}
