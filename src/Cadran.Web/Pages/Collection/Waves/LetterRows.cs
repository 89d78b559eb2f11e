using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>Letters as rows for whoever merges and prints them: one header, the same names in every language.</summary>
internal static class LetterRows
{
    public static IEnumerable<string[]> Of(IReadOnlyList<PrintedLetter> letters)
    {
        List<string> others = [.. letters.SelectMany(l => l.Contact.Other.Keys).Distinct()];
        yield return ["name", "address", "language", "subject", "text", "code", "link", .. others];
        foreach (PrintedLetter letter in letters)
            yield return
            [
                letter.Contact.Name, letter.Contact.Address, letter.Language, letter.Subject, letter.Body, letter.Code, letter.Link,
                .. others.Select(name => letter.Contact.Other.GetValueOrDefault(name, "")),
            ];
    }
}
