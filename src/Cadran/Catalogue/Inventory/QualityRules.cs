namespace Cadran.Catalogue;

/// <summary>A quality rule of the inventory. Its texts are English and keys of their translations.</summary>
/// <param name="Statement">What holds when nothing is wrong.</param>
/// <param name="Message">What is wrong with one row.</param>
/// <param name="Rejects">The row is not imported: what it says cannot be stored without inventing something.</param>
public sealed record QualityRule(string Code, Severity Severity, string Statement, string Message, string Remedy, bool Rejects = false);

/// <summary>
/// The rules as data. The first eight are those of the official inventory that one pair of files can decide (the others compare years or
/// need the registries of service numbers and programmes); the rest say what keeps a row from meaning one thing.
/// </summary>
public static class QualityRules
{
    public static readonly IReadOnlyList<QualityRule> All =
    [
        new("reused-service-id", Severity.Error, "A service number belongs to one organisation.",
            "The service number {0} belongs to {1}, the row says {2}.", "Correct the number, or ask for a new one. The service stays where it is.", Rejects: true),
        new("fiscal-year-out-of-scope", Severity.Error, "A file reports one fiscal year.",
            "The row reports {0}, the rest of the file {1}.", "Report it for the right fiscal year and remove this row."),
        new("performance-over-100", Severity.Error, "No more cases meet a standard than there were.",
            "More cases met the standard ({0}) than there were ({1}).", "Correct the two volumes."),
        new("no-standard-volume", Severity.Warning, "A standard has a volume.",
            "The standard has no volume: nobody can say whether it was met.", "Count the cases, or revise the standard so that they can be counted."),
        new("feedback-contradiction", Severity.Suggestion, "Online feedback is offered exactly where ONL is a feedback channel.",
            "Online feedback as an interaction point is {0}, but the feedback channels are {1}.", "List ONL among the feedback channels when online feedback is Y, and only then."),
        new("business-number", Severity.Suggestion, "Use of the business number is Y or N exactly for services to businesses.",
            "Use of the business number is {0}, while the client groups are {1}.", "It is Y or N when businesses (ECONOM) are among the clients, and NA otherwise."),
        new("no-application-volume", Severity.Suggestion, "A service counts the applications it receives.",
            "The service reports no application volume.", "Choose one interaction that matters to clients, count it and report it."),
        new("volume-only-in-standards", Severity.Suggestion, "A service counts the cases its standards count.",
            "The standards of this service count {0} cases, the service itself none.", "Report at service level the interactions the standards are about."),

        new("missing-value", Severity.Error, "The columns that say what a row is about are filled in.",
            "The row has no value in this column.", "Fill it in: without it the row cannot be placed.", Rejects: true),
        new("ragged-row", Severity.Error, "A row has as many cells as the header.",
            "The row has {0} cells, the header has {1}.", "Look for a separator or a quotation mark that is missing or too many.", Rejects: true),
        new("duplicate-row", Severity.Error, "A service or a standard is reported once for a year.",
            "Row {0} already reports this for the same year.", "Keep one of the two.", Rejects: true),
        new("not-a-number", Severity.Error, "A volume is a whole number, ND or NA.",
            "“{0}” is neither a whole number nor ND or NA.", "Write a number without spaces or separators, ND for no data, NA for not applicable.", Rejects: true),
        new("target-not-a-number", Severity.Error, "A target is a number.",
            "The target “{0}” is not a number.", "Write a share such as 0.8.", Rejects: true),
        new("too-long", Severity.Error, "A text is short enough to be kept whole.",
            "The text has {0} characters; {1} are kept at most.", "Shorten it.", Rejects: true),
        new("foreign-organisation", Severity.Error, "A row is about an organisation below the one you import for.",
            "The organisation {0} is not below the one you import for.", "Ask somebody of that organisation to import it.", Rejects: true),
        new("standard-without-service", Severity.Error, "A standard belongs to a service of the file or the catalogue.",
            "The service {0} is neither in the file nor in the catalogue.", "Import its service first, or with it.", Rejects: true),
        new("target-out-of-range", Severity.Error, "A target lies between 0 and 1.",
            "The target {0} is not between 0 and 1.", "Write 80% as 0.8."),
        new("outcome-differs", Severity.Warning, "The reported outcome is the one that volumes and target give.",
            "The file says {0}, its volumes and target give {1}.", "Check the volumes, the target and the outcome."),
        new("one-language", Severity.Warning, "A text is written in both languages.",
            "The text is written in one language only.", "Translate it: both languages are equal."),
        new("number-written-otherwise", Severity.Warning, "A number is always written in the same way.",
            "The number “{0}” is written “{1}” elsewhere: without spaces and in capitals they are the same, and so both are taken for one.", "If they are two, give one of them another number. If they are one, write it the same way everywhere."),
        new("double-encoded", Severity.Warning, "Accents can be read.",
            "Accents look broken: “{0}”. The text was encoded twice.", "Correct it at the source; it is kept as it is."),
        new("unknown-code", Severity.Warning, "A code is one of the inventory.",
            "The code “{0}” is not one of the inventory.", "Use the codes of the inventory."),
        new("other-without-remark", Severity.Warning, "Applications through other channels come with a remark that says which.",
            "{0} applications came through other channels and no remark says which.", "Say which in the special remarks."),
        new("unsafe-address", Severity.Warning, "An address leads to a web page.",
            "This is not the address of a web page. It is shown as text.", "Give the whole address of the page."),
    ];

    private static readonly Dictionary<string, QualityRule> ByCode = All.ToDictionary(r => r.Code);

    public static QualityRule Find(string code) => ByCode[code];
}
