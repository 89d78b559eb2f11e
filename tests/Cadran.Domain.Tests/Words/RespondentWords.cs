namespace Cadran.Domain.Tests.Words;

/// <summary>Everything a respondent can read in one language beside its English: the measure bank and the resources.</summary>
internal static class RespondentWords
{
    // Where only respondents' words are written; French has the words of the staff as well.
    private const string Smallest = "nl";

    public static IEnumerable<(string Where, string English, string Text)> In(string language) =>
    [
        .. BankTexts.All().Select(t => (t.Where, t.Text.En, t.Text.Exactly(language))),
        .. language == "en"
            ? ResourceTexts.In(Smallest).Select(t => ("resource", t.English, t.English))
            : ResourceTexts.In(language).Where(t => Theirs.Contains(t.English)).Select(t => ("resource", t.English, t.Text)),
    ];

    private static HashSet<string> Theirs { get; } = [.. ResourceTexts.In(Smallest).Select(t => t.English)];
}
