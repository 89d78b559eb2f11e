namespace Cadran.Questionnaires;

/// <summary>
/// The languages of a file and which of ours each becomes. Of two that become one of ours, the first is taken. A file in none of ours, or
/// that does not say in which it is written, is read as English, which whoever imports it is told.
/// </summary>
internal sealed class ForeignLanguages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["anglais"] = "en",
        ["french"] = "fr",
        ["français"] = "fr",
        ["francais"] = "fr",
        ["dutch"] = "nl",
        ["nederlands"] = "nl",
        ["german"] = "de",
        ["deutsch"] = "de",
    };

    private readonly Dictionary<string, string> ours = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="named">As the file names them, the one it falls back to first; an empty name is one that it does not name.</param>
    public ForeignLanguages(IEnumerable<string> named)
    {
        List<string> all = [.. named.Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string one in all)
            if (Code(one) is not { } code) Unknown.Add(one);
            else if (!ours.ContainsValue(code)) ours[one] = code;
            else Doubled.Add((one, code));
        if (!ours.ContainsKey("") && Unknown.Remove(""))
            // Texts without the name of a language stand beside those that have one, or alone.
            ours[""] = LocalText.Languages.FirstOrDefault(l => !ours.ContainsValue(l) || ours.Count == 0) ?? "en";
        if (ours.Count == 0 && Unknown is [var first, ..])
        {
            Unknown.Remove(first);
            (Assumed, ours[first]) = (first, "en");
        }
        else if (ours.Count == 1 && ours.ContainsKey("")) Assumed = "";
        if (ours.Count == 0) (Assumed, ours[""]) = ("", "en");
    }

    /// <summary>Languages of the file that respondents cannot be shown.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Second ways of writing one of our languages, such as an informal one.</summary>
    public List<(string Named, string Code)> Doubled { get; } = [];

    /// <summary>What was read as English without the file saying so; empty for texts without a language; null for nothing.</summary>
    public string? Assumed { get; }

    /// <summary>Ours, in the order of the file.</summary>
    public IReadOnlyList<string> Spoken => [.. ours.Values.Distinct()];

    /// <summary>The one of the file's texts that name none.</summary>
    public string First => Spoken[0];

    /// <summary>Ours for one of the file's; null for one that is left.</summary>
    public string? Of(string named) => named.Length == 0 && !ours.ContainsKey("") ? First : ours.GetValueOrDefault(named);

    /// <summary>The code of a language by its code or name: "fr", "fr-CA", "French", "Français (fr)".</summary>
    private static string? Code(string named)
    {
        string name = named.Trim();
        int open = name.LastIndexOf('('), close = name.LastIndexOf(')');
        if (open >= 0 && close > open + 1) return Code(name[(open + 1)..close]) ?? Code(name[..open]);
        if (Names.GetValueOrDefault(name) is { } known) return known;
        string start = name.Split('-', '_')[0].ToLowerInvariant();
        return LocalText.Languages.Contains(start) ? start : null;
    }
}
