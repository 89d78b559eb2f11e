using Cadran.Catalogue;

namespace Cadran.Standards;

/// <summary>Rules about standards: those of the official inventory that one file can decide, and some of our own.</summary>
public static class StandardRules
{
    public static readonly IReadOnlyList<QualityRule> All =
    [
        new("performance-over-100", Severity.Error, "No more cases meet a standard than there were.",
            "More cases met the standard ({0}) than there were ({1}).",
            "Correct the two volumes."),
        new("no-standard-volume", Severity.Warning, "A standard has a volume.",
            "The standard has no volume: nobody can say whether it was met.",
            "Count the cases, or revise the standard so that they can be counted."),
        new("volume-only-in-standards", Severity.Suggestion, "A service counts the cases its standards count.",
            "The standards of this service count {0} cases, the service itself none.",
            "Report at service level the interactions the standards are about."),
        new("target-not-a-number", Severity.Error, "A target is a number.",
            "The target “{0}” is not a number.",
            "Write a share such as 0.8 or 80%.", Rejects: true),
        new("target-too-long", Severity.Error, "A target is short enough to be kept exactly.",
            "The target “{0}” has more than {1} digits.",
            "Write fewer decimals.", Rejects: true),
        new("target-out-of-range", Severity.Error, "A target lies between 0 and 1.",
            "The target {0} is not between 0 and 1.",
            "Write 80% as 0.8."),
        new("percent-or-share", Severity.Warning, "A target in percent is written in percent.",
            "The target is {0} in a file whose targets are percentages: it is read as less than one percent.",
            "If it is a share of the cases, write it in percent."),
        new("standard-without-service", Severity.Error, "A standard belongs to a service of the file or the catalogue.",
            "The service {0} is neither in the file nor in the catalogue.",
            "Import its service first, or with it.", Rejects: true),
        new("outcome-differs", Severity.Warning, "The reported outcome is the one that volumes and target give.",
            "The file says {0}, its volumes and target give {1}.",
            "Check the volumes, the target and the outcome."),
    ];
}
