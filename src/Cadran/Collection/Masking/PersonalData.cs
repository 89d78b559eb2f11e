using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Finds what identifies a person in a comment and replaces it before anything is stored. What is looked for is data
/// (<c>PersonalData.json</c>): a line per kind and country, with what a match has to fulfil.
/// </summary>
public static class PersonalData
{
    private static readonly IReadOnlyList<PersonalDataPattern> Patterns = PersonalDataPattern.Load();

    // A mask says in the writer's language what stood there.
    private static readonly Dictionary<string, LocalText> Masks = new()
    {
        ["phone"] = new("[telephone number]", "[numéro de téléphone]", "[telefoonnummer]", "[Telefonnummer]"),
        ["email"] = new("[e-mail address]", "[adresse courriel]", "[e-mailadres]", "[E-Mail-Adresse]"),
        ["sin"] = new("[social insurance number]", "[numéro d’assurance sociale]", "[socialezekerheidsnummer]",
            "[Sozialversicherungsnummer]"),
        ["national"] = new("[national identification number]", "[numéro national d’identité]", "[nationaal identificatienummer]",
            "[nationale Identifikationsnummer]"),
        ["iban"] = new("[bank account number]", "[numéro de compte bancaire]", "[bankrekeningnummer]", "[Kontonummer]"),
        ["card"] = new("[payment card number]", "[numéro de carte de paiement]", "[betaalkaartnummer]", "[Kartennummer]"),
        ["postal"] = new("[postal code]", "[code postal]", "[postcode]", "[Postleitzahl]"),
    };

    /// <summary>Text and counts by kind after masking; <see cref="Found"/> is false when the text is as it was.</summary>
    public sealed record Masked(string Text, IReadOnlyDictionary<string, int> Counts, bool Found);

    /// <summary>Masks the text. Masks put there before (<paramref name="earlier"/>) keep counting as long as they stand in it.</summary>
    public static Masked Mask(string text, string language, IReadOnlyDictionary<string, int>? earlier = null)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (kind, n) in earlier ?? new Dictionary<string, int>())
            if (Math.Min(n, Masks[kind].Languages().Sum(mask => text.AsSpan().Count(mask))) is > 0 and int still) counts[kind] = still;
        var read = new PlainText(text);
        bool found = false;
        foreach (PersonalDataPattern pattern in Patterns)
            foreach (var (start, length) in pattern.Find(read.Plain))
            {
                found = true;
                counts[pattern.Kind] = counts.GetValueOrDefault(pattern.Kind) + 1;
                read.Replace(start, length, Masks[pattern.Kind].In(language));
            }
        return new(found ? read.Written() : text, counts, found);
    }

    /// <summary>
    /// The comment as it may be kept, with what was masked in it now and <paramref name="earlier"/>; whether something was masked now.
    /// </summary>
    public static (Answer.Comment Kept, bool Found) Mask(Answer.Comment comment, string language, Answer.Comment? earlier = null)
    {
        Masked masked = Mask(comment.Text, language, earlier?.Masked);
        return (new(masked.Text, masked.Counts.Count > 0 ? masked.Counts : null), masked.Found);
    }

    /// <summary>The answer as it may be kept, its free texts masked one by one.</summary>
    public static (Answer Kept, bool Found) Mask(Answer answer, string language, Answer? earlier = null)
    {
        if (answer is Answer.Comment comment) return Mask(comment, language, earlier as Answer.Comment);
        if (answer.Texts.Count == 0) return (answer, false);
        bool any = false;
        var kept = new Dictionary<string, Answer.Comment>();
        foreach (var (part, text) in answer.Texts)
        {
            (kept[part], bool found) = Mask(text, language, earlier?.Texts.GetValueOrDefault(part));
            any |= found;
        }
        return (answer.With(kept), any);
    }

    private static IEnumerable<string> Languages(this LocalText mask) =>
        LocalText.Languages.Select(mask.Exactly).Where(text => text.Length > 0);
}
