namespace Cadran.Catalogue;

/// <summary>Rules about services: those of the official inventory that one file can decide, and some of our own.</summary>
public static class ServiceRules
{
    public static readonly IReadOnlyList<QualityRule> All =
    [
        new("feedback-contradiction", Severity.Suggestion, "Online feedback is offered exactly where ONL is a feedback channel.",
            "Online feedback as an interaction point is {0}, but the feedback channels are {1}.",
            "List ONL among the feedback channels when online feedback is Y, and only then."),
        new("business-number", Severity.Suggestion, "Use of the business number is Y or N exactly for services to businesses.",
            "Use of the business number is {0}, while the client groups are {1}.",
            "It is Y or N when businesses (ECONOM) are among the clients, and NA otherwise."),
        new("no-application-volume", Severity.Suggestion, "A service counts the applications it receives.",
            "The service reports no application volume.",
            "Choose one interaction that matters to clients, count it and report it."),
        new("foreign-organisation", Severity.Error, "A row is about an organisation below the one you import for.",
            "The organisation {0} is not below the one you import for.",
            "Ask somebody of that organisation to import it.", Rejects: true),
        new("other-without-remark", Severity.Warning, "Applications through other channels come with a remark that says which.",
            "{0} applications came through other channels and no remark says which.",
            "Say which in the special remarks."),
        new("unsafe-address", Severity.Warning, "An address leads to a web page.",
            "This is not the address of a web page. It is shown as text.",
            "Give the whole address of the page."),
    ];
}
