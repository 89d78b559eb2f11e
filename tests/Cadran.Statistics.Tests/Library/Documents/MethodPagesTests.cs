using System.Reflection;
using System.Text.RegularExpressions;

namespace Cadran.Statistics.Tests;

/// <summary>Every page of docs/methods says what it is about, when to use it and what it was checked against.</summary>
public class MethodPagesTests
{
    private static readonly string[] NotMethods = ["README.md", "edge-input.md", "speed.md"];

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)).Except(NotMethods).Order(StringComparer.Ordinal)];

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] Library = typeof(Design).Assembly.GetTypes();

    private static string Folder => Path.Combine(EdgeInputTests.Repository(), "docs", "methods");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_SaysWhatWhenAndAgainstWhat(string page)
    {
        var text = File.ReadAllText(Path.Combine(Folder, page));
        Assert.Contains("**What.**", text, StringComparison.Ordinal);
        Assert.Contains("**When to use it.**", text, StringComparison.Ordinal);
        // Questionnaires are words: there is nothing to compute.
        if (page != "questionnaires.md") Assert.Contains("**Oracle.**", text, StringComparison.Ordinal);
    }

    /// <summary>
    /// A call that a page shows can be typed: the member exists, and names given to its arguments are those of its parameters.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Calls_AreThoseOfTheCode(string page)
    {
        var text = File.ReadAllText(Path.Combine(Folder, page));
        var code = Regex.Matches(text, "```csharp\n(.*?)```|`([^`\n]+)`", RegexOptions.Singleline)
            .Select(m => m.Groups[1].Value + m.Groups[2].Value);
        Assert.Empty(code.SelectMany(Unknown));
    }

    [Fact]
    public void Index_LinksEveryPage()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        string[] unlinked =
            [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f))
            .Where(f => f != "README.md" && !index.Contains($"({f})", StringComparison.Ordinal))];
        Assert.Empty(unlinked);
    }

    private static IEnumerable<string> Unknown(string code)
    {
        foreach (Match call in Regex.Matches(code, @"(?<![\w.])([A-Z]\w+)\.([A-Z]\w+)(?:\(([\w\s,]*)\))?"))
        {
            var types = Library.Where(t => Regex.Replace(t.Name, "`.*", "") == call.Groups[1].Value).ToList();
            if (types.Count == 0) continue;
            var members = types.SelectMany(t => t.GetMember(call.Groups[2].Value, All)).ToList();
            if (members.Count == 0) yield return $"{call.Value}: no such member";
            string[] names = [.. call.Groups[3].Value.Split(',').Select(n => n.Trim()).Where(n => Regex.IsMatch(n, "^[a-z]\\w{2,}$"))];
            // Words of the page stand for arguments; inside a program they are its own variables.
            if (code.Contains('\n', StringComparison.Ordinal) || members.Count == 0 || names.Length == 0) continue;
            if (!members.OfType<MethodInfo>().Any(m => names.All(n => m.GetParameters().Any(p => p.Name == n))))
                yield return $"{call.Value}: no such parameters";
        }
    }
}
