namespace Cadran;

/// <summary>
/// A short text in the languages of the installation. English and French are equals; an empty string means "not written".
/// </summary>
public sealed record LocalText(string En, string Fr, string Nl = "", string De = "")
{
    public const int MaxLength = 2000;
    public static readonly IReadOnlyList<string> Languages = ["en", "fr", "nl", "de"];
    public static LocalText Empty { get; } = new("", "");

    /// <summary>The text written in that language, or an empty string.</summary>
    public string Exactly(string language) => language switch { "fr" => Fr, "nl" => Nl, "de" => De, _ => En };

    /// <summary>The text for a reader of that language and the language it is really in (they differ when it falls back).</summary>
    public (string Text, string Language) For(string language)
    {
        string own = Exactly(language);
        if (own.Length > 0) return (own, language);
        foreach (string other in Languages)
            if (Exactly(other) is { Length: > 0 } text) return (text, other);
        return ("", language);
    }

    /// <summary>
    /// The official language it still lacks, or null: nothing is written, or both are. A method, so that no text is stored with it.
    /// </summary>
    public string? Missing() => (En.Length, Fr.Length) switch { (0, > 0) => "en", ( > 0, 0) => "fr", _ => null };

    public string In(string language) => For(language).Text;

    /// <summary>These are its words in some language, whatever the case of their letters.</summary>
    public bool Reads(string words)
    {
        string key = LabelText.Key(words);
        foreach (string language in Languages)
            if (Exactly(language) is { Length: > 0 } text && key.Length > 0 && LabelText.Key(text) == key) return true;
        return false;
    }

    /// <summary>
    /// The same with the languages it lacks, when the other says the same in every language that this one is written in; otherwise as it is.
    /// </summary>
    public LocalText FilledFrom(LocalText other) =>
        this != Empty && Languages.All(l => Exactly(l).Length == 0 || Exactly(l) == other.Exactly(l)) ? other : this;

    public LocalText With(string language, string text) => language switch
    {
        "fr" => this with { Fr = text },
        "nl" => this with { Nl = text },
        "de" => this with { De = text },
        _ => this with { En = text },
    };
}
