namespace Cadran.Tests.Architecture;

/// <summary>Which folder may use which: the plan of the house as data (docs/adr/0001). A folder that is not here does not exist.</summary>
internal static class Edges
{
    private static readonly string[] Shared = ["Common", "Storage", "People", "Jobs"];

    /// <summary>The first folder under src/Cadran, and those it may use besides itself.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Domain = new Dictionary<string, string[]>
    {
        ["Common"] = [],
        ["Storage"] = ["Common", "People"],
        ["People"] = ["Common", "Storage"],
        ["Jobs"] = ["Common", "Storage", "People"],
        ["Catalogue"] = Shared,
        ["Standards"] = [.. Shared, "Catalogue"],
        ["Questionnaires"] = [.. Shared, "Catalogue"],
        ["Collection"] = [.. Shared, "Questionnaires", "Catalogue"],
        ["Insight"] = [.. Shared, "Collection", "Questionnaires", "Catalogue"],
        ["Feedback"] = [.. Shared, "Catalogue", "Standards", "Insight"],
        ["Improvement"] = [.. Shared, "Insight", "Feedback", "Standards", "Collection", "Questionnaires", "Catalogue"],
        ["Commitments"] = [.. Shared, "Improvement", "Standards", "Catalogue"],
        ["Benchmarks"] = [.. Shared, "Insight", "Standards", "Catalogue"],
        ["Exchange"] = [.. Shared, "Improvement", "Catalogue"],
        ["Reporting"] = [.. Shared, "Catalogue", "Standards", "Questionnaires", "Collection", "Insight", "Feedback", "Improvement",
            "Commitments", "Benchmarks", "Exchange"],
    };

    /// <summary>Folders of src/Cadran.Web that serve pages, commands and reports alike, and so must not lean on pages.</summary>
    public static readonly string[] BeneathPages = ["Words", "Tables", "Charts", "Files", "Commands", "Api", "Platform", "TagHelpers"];

    /// <summary>Edges that are there against the plan, and why they still are. One that is paid goes from here, or a test fails.</summary>
    public static readonly IReadOnlyDictionary<(string From, string To), string> Owed = new Dictionary<(string, string), string>
    {
        [("Api", "Pages")] = "The address of a file stands with the addresses of the pages of its folder.",
        [("Platform", "Pages")] = "The filter of refused posts knows the page that says what went wrong.",
    };

    /// <summary>Projects under src and those they refer to.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Projects = new Dictionary<string, string[]>
    {
        ["Cadran.Statistics"] = [],
        ["Cadran.Csv"] = [],
        ["Cadran"] = ["Cadran.Csv", "Cadran.Statistics"],
        ["Cadran.Web"] = ["Cadran"],
    };

    /// <summary>Folders that hold what people do; the rest of the domain is shared ground.</summary>
    public static bool IsModule(string folder) => Domain.ContainsKey(folder) && folder is not ("Common" or "Storage" or "Jobs");
}
