namespace Cadran.Collection;

/// <summary>Which column of a list of clients is what. Kept with the frame for the next file of the same shape.</summary>
/// <param name="Columns">What each column that is used is; an address and other columns may be several.</param>
/// <param name="Country">Two letters: where telephone numbers without a country code are; empty when nobody said.</param>
public sealed record FrameMap(IReadOnlyDictionary<string, FrameField> Columns, string Country = "")
{
    public const int OtherAtMost = 20;

    // Names that lists have, in English, French, Dutch and German, folded to letters and digits.
    private static readonly (FrameField Field, string[] Names)[] Usual =
    [
        (FrameField.Code, ["code", "id", "clientid", "client", "clientnumber", "customerid", "number", "numero", "noclient",
            "numeroclient", "matricule", "klantnummer", "kundennummer", "reference"]),
        (FrameField.Email, ["email", "emailaddress", "mail", "courriel", "adressecourriel", "adresseemail", "emailadres"]),
        (FrameField.Phone, ["phone", "telephone", "phonenumber", "tel", "mobile", "gsm", "cell", "telefoon", "telefon"]),
        (FrameField.Name, ["name", "fullname", "nom", "nomcomplet", "naam", "clientname", "contact"]),
        (FrameField.Address, ["address", "postaladdress", "adresse", "street", "rue", "postcode", "postalcode", "codepostal", "zip", "city",
            "ville", "town", "commune", "adres", "straat", "stad", "strasse", "ort", "plz"]),
        (FrameField.Stratum, ["stratum", "strata", "strate", "segment", "region", "category", "categorie"]),
        (FrameField.Cluster, ["cluster", "grappe", "psu", "office", "bureau", "unit"]),
        (FrameField.Language, ["language", "lang", "langue", "taal", "sprache"]),
        (FrameField.Channel, ["channel", "canal", "kanaal", "kanal"]),
    ];

    public static FrameMap Empty { get; } = new(new Dictionary<string, FrameField>());

    /// <summary>The first map whose columns the file has, otherwise what the names of its columns say.</summary>
    public static FrameMap Guess(IReadOnlyList<string> columns, IEnumerable<FrameMap> used)
    {
        if (used.FirstOrDefault(m => m.Columns.Count > 0 && m.Columns.Keys.All(columns.Contains)) is { } known) return known;
        Dictionary<string, FrameField> found = [];
        foreach ((FrameField field, string[] names) in Usual)
            foreach (string column in columns.Where(c => names.Contains(Key(c)) && !found.ContainsKey(c)))
                if (field == FrameField.Address || !found.ContainsValue(field)) found[column] = field;
        return new(found);
    }

    public FrameMap Require()
    {
        if (!Columns.Values.Contains(FrameField.Code))
            throw new RuleViolationException("frame.no-code", "Say which column is the code of the client: it tells people apart.");
        foreach (var twice in Columns.GroupBy(c => c.Value).Where(g => g.Key is not (FrameField.Address or FrameField.Other)))
            if (twice.Skip(1).FirstOrDefault() is { Key: not null } second)
                throw new RuleViolationException("frame.field-twice", "The columns “{0}” and “{1}” cannot be the same thing.", null,
                    twice.First().Key, second.Key);
        if (Columns.Count(c => c.Value == FrameField.Other) > OtherAtMost)
            throw new RuleViolationException("frame.too-many-others", "At most {0} columns can be kept under their own names.", null,
                OtherAtMost);
        if (Country.Length > 0 && !PhoneNumbers.PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(Country))
            throw new RuleViolationException("frame.country", "“{0}” is no country: write two letters, such as BE or CA.", "Input.Country",
                Country);
        return this;
    }

    private static string Key(string name) => string.Concat(FoldedText.Of(name).Where(char.IsLetterOrDigit));
}
