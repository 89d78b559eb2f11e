namespace Cadran.Catalogue;

/// <summary>
/// Rules that any row of the inventory can break, whatever it is about. What only rows of one kind can break is said by the part that reads
/// them (<see cref="InventoryPart.Rules"/>); all rules together are <see cref="InventoryParts.Rules"/>.
/// </summary>
public static class QualityRules
{
    public static readonly IReadOnlyList<QualityRule> All =
    [
        new("reused-service-id", Severity.Error, "A service number belongs to one organisation.",
            "The service number {0} belongs to {1}, the row says {2}.",
            "Correct the number, or ask for a new one. The service stays where it is.", Rejects: true),
        new("fiscal-year-out-of-scope", Severity.Error, "A file reports one fiscal year.",
            "The row reports {0}, the rest of the file {1}.",
            "Report it for the right fiscal year and remove this row."),
        new("missing-value", Severity.Error, "The columns that say what a row is about are filled in.",
            "The row has no value in this column.",
            "Fill it in: without it the row cannot be placed.", Rejects: true),
        new("ragged-row", Severity.Error, "A row has as many cells as the header.",
            "The row has {0} cells, the header has {1}.",
            "Look for a separator or a quotation mark that is missing or too many.", Rejects: true),
        new("duplicate-row", Severity.Error, "A service or a standard is reported once for a year.",
            "Row {0} already reports this for the same year.",
            "Keep one of the two.", Rejects: true),
        new("not-a-number", Severity.Error, "A volume is a whole number, ND or NA.",
            "“{0}” is neither a whole number nor ND or NA.",
            "Write a number without spaces or separators, ND for no data, NA for not applicable.", Rejects: true),
        new("too-long", Severity.Error, "A text is short enough to be kept whole.",
            "The text has {0} characters; {1} are kept at most.",
            "Shorten it.", Rejects: true),
        new("one-language", Severity.Warning, "A text is written in both languages.",
            "The text is written in one language only.",
            "Translate it: both languages are equal."),
        new("number-written-otherwise", Severity.Warning, "A number is always written in the same way.",
            "The number “{0}” is written “{1}” elsewhere: without spaces and in capitals they are the same, and so both are taken for one.",
            "If they are two, give one of them another number. If they are one, write it the same way everywhere."),
        new("double-encoded", Severity.Warning, "Accents can be read.",
            "Accents look broken: “{0}”. The text was encoded twice.",
            "Correct it at the source; it is kept as it is."),
        new("unknown-code", Severity.Warning, "A code is one of the inventory.",
            "The code “{0}” is not one of the inventory.",
            "Use the codes of the inventory."),
    ];
}
