namespace Cadran.Statistics.Tests;

/// <summary>Every page of docs/methods says what it is about, when to use it and what it was checked against.</summary>
public class MethodPagesTests
{
    private static readonly string[] NotMethods = ["README.md", "edge-input.md", "speed.md"];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)).Except(NotMethods).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(EdgeInputTests.Repository(), "docs", "methods");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_SaysWhatWhenAndAgainstWhat(string page)
    {
        string text = File.ReadAllText(Path.Combine(Folder, page));
        Assert.Contains("**What.**", text, StringComparison.Ordinal);
        Assert.Contains("**When to use it.**", text, StringComparison.Ordinal);
        // Questionnaires are words: there is nothing to compute.
        if (page != "questionnaires.md") Assert.Contains("**Oracle.**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_LinksEveryPage()
    {
        string index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        string[] unlinked = [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)).Where(f => f != "README.md" && !index.Contains($"({f})", StringComparison.Ordinal))];
        Assert.Empty(unlinked);
    }
}
