namespace Cadran.Catalogue;

/// <summary>Codes of the government service inventory, kept as they are; pages translate them.</summary>
public static class Inventory
{
    /// <summary>Volume columns of the services file and the channel each counts. The total is the file's own sum of applications.</summary>
    public static readonly IReadOnlyList<(string Column, string Channel)> Volumes =
    [
        ("num_phone_enquiries", "phone-enquiries"), ("num_website_visits", "website"),
        ("num_applications_by_phone", "phone"), ("num_applications_online", "online"), ("num_applications_in_person", "person"),
        ("num_applications_by_mail", "mail"), ("num_applications_by_email", "email"), ("num_applications_by_fax", "fax"),
        ("num_applications_by_other", "other"), ("num_applications_total", Total),
    ];

    public const string Total = "total";

    /// <summary>Channels a service can be applied for or asked about, in the order people expect; without the total.</summary>
    public static readonly IReadOnlyList<string> Channels = [.. Volumes.Select(v => v.Channel).Where(c => c != Total)];

    public static readonly IReadOnlyList<(string Column, string Point)> OnlinePoints =
    [
        ("os_account_registration", "account"), ("os_authentication", "authentication"), ("os_application", "application"),
        ("os_decision", "decision"), ("os_issuance", "issuance"), ("os_issue_resolution_feedback", Feedback),
    ];

    public const string Feedback = "feedback";

    /// <summary>Channels people are served, and give feedback, through.</summary>
    public static readonly IReadOnlyList<string> ContactChannels = ["EML", "FAX", "ONL", "OTH", "PERSON", "POST", "TEL"];
    public static readonly IReadOnlyList<string> FeedbackChannels = [.. ContactChannels, "NON"];
    public static readonly IReadOnlyList<string> ServiceTypes = ["APIR", "CER", "GNC", "INFO", "LRP", "PPI", "REG_VOL", "RES"];
    public static readonly IReadOnlyList<string> Scopes = ["CLUSTER", "ENTERPRISE", "EXTERN", "INTERN"];
    public static readonly IReadOnlyList<string> ClientGroups = ["ECONOM", "FOR", "INTERN_GOV", "NGO", "PERSON", "PTC"];
    public static readonly IReadOnlyList<string> Recipients = ["CLIENT", "SOCIETY"];
}
