namespace Cadran.Web.Words;

/// <summary>The inventory's codes in words. The English words are the keys of their translations.</summary>
public static class InventoryWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["phone-enquiries"] = "Telephone enquiries",
        ["website"] = "Visits to the website",
        ["phone"] = "Applications by telephone",
        ["online"] = "Applications online",
        ["person"] = "Applications in person",
        ["mail"] = "Applications by mail",
        ["email"] = "Applications by e-mail",
        ["fax"] = "Applications by fax",
        ["other"] = "Applications through other channels",
        ["total"] = "All applications",
        ["TML"] = "Timeliness",
        ["ACS"] = "Access",
        ["ACY"] = "Accuracy",
        ["OTH"] = "Other",
        ["NON"] = "None collected",
        ["APIR"] = "Agreements, permissions, inspections, rulings",
        ["CER"] = "Care, education, recreation",
        ["GNC"] = "Grants and contributions",
        ["INFO"] = "Information",
        ["LRP"] = "Legislation, regulation, policy",
        ["PPI"] = "Penalties, protection, intervention",
        ["REG_VOL"] = "High-volume regulatory transactions",
        ["RES"] = "Resources",
        ["CLUSTER"] = "Cluster of organisations",
        ["ENTERPRISE"] = "Whole of government",
        ["EXTERN"] = "External clients",
        ["INTERN"] = "Internal clients",
        ["ECONOM"] = "Businesses",
        ["FOR"] = "Foreign entities",
        ["INTERN_GOV"] = "Within government",
        ["NGO"] = "Non-profit organisations",
        ["PTC"] = "Provinces, territories, communities",
        ["account"] = "Account registration",
        ["authentication"] = "Authentication",
        ["application"] = "Application",
        ["decision"] = "Decision",
        ["issuance"] = "Issuance",
        ["feedback"] = "Issue resolution and feedback",
        ["Y"] = "Yes",
        ["N"] = "No",
        ["NA"] = "Not applicable",
    };

    public static string For(string code) =>
        Words.TryGetValue(code, out string? word) ? word
        : Channel.OfStandard(code) is { } channel ? ChannelWords.Of(channel)
        : code;

    /// <summary>Client groups use the code PERSON for people, channels use it for the counter.</summary>
    public static string ForClients(string code) => code == "PERSON" ? "Individuals" : For(code);
}
