using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>
/// docs/methods/edge-input.md, cell by cell: every call on every edge input does what the page says, and every call here
/// is on the page.
/// </summary>
public class EdgeInputTests
{
    private const string Root = "Cadran.Statistics";

    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository(), "docs", "methods", "edge-input.md"));

    /// <summary>The table rows: the heading they stand under, the call and its outcomes.</summary>
    private static List<(string Folder, string Call, string[] Outcomes)> Documented { get; } = Rows();

    public static TheoryData<string> Calls => [.. EdgeCalls.ByName.Keys.Union(EdgeOwnCalls.ByName.Keys).Union(EdgeFigureCalls.ByName.Keys)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Outcomes_AreThoseOfThePage(string call)
    {
        var found = EdgeInput.Kinds.Select(
            kind => string.Join("; ", EdgeCalls.Of(call, kind).Select(Outcome).Distinct().DefaultIfEmpty("–"))).ToArray();
        var shown = $"| `{call}` | {string.Join(" | ", found)} |";
        // The row as it should be, ready to be looked at and pasted.
        Assert.True(
            Documented.Where(r => r.Call == call).Select(r => r.Outcomes).ToList() is [var said] && found.SequenceEqual(said), shown);
    }

    [Fact]
    public void ThePage_NamesNoOtherCall_AndEachUnderItsFolder()
    {
        Assert.Empty(Documented.Select(r => r.Call).Except(Calls.Select(c => c.Data)));
        Assert.All(Documented, r =>
        {
            var name = r.Call.Split('.');
            var type = typeof(Design).Assembly.GetExportedTypes().Single(t => t.Name == name[0]);
            Assert.NotEmpty(type.GetMember(name[1], Members));
            Assert.Equal(type.Namespace, r.Folder == Root ? Root : $"{Root}.{r.Folder}");
        });
    }

    [Fact]
    public void EveryTable_HasEveryKindOfInput()
    {
        var headings = Page.Split('\n').Where(l => l.StartsWith("| call |", StringComparison.Ordinal)).ToList();
        Assert.Equal(Documented.Select(r => r.Folder).Distinct().Count(), headings.Count);
        Assert.All(headings, h => Assert.Equal($"| call | {string.Join(" | ", EdgeInput.Kinds)} |", h.TrimEnd()));
    }

    private static List<(string Folder, string Call, string[] Outcomes)> Rows()
    {
        var (rows, folder) = (new List<(string, string, string[])>(), "");
        foreach (var line in Page.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) folder = line[3..];
            if (!line.StartsWith("| `", StringComparison.Ordinal) || line.Count(c => c == '|') != EdgeInput.Kinds.Length + 2) continue;
            string[] cells = [.. line.Trim('|', ' ').Split('|').Select(c => c.Trim())];
            rows.Add((folder, cells[0].Trim('`'), cells[1..]));
        }
        return rows;
    }

    private static string Outcome(Func<object?> run)
    {
        try
        {
            return Name(run());
        }
        catch (WeightingException e)
        {
            return $"*{e.Failure}*";
        }
        catch (ArgumentException)
        {
            return "throws";
        }
        catch (InvalidOperationException)
        {
            return "not fitted";
        }
    }

    private static string Name(object? result) => result switch
    {
        null => "none",
        string text => text.Length == 0 ? "none" : "value",
        bool yes => yes ? "yes" : "no",
        Enum named => $"`{named}`",
        int or long => string.Create(CultureInfo.InvariantCulture, $"{result}"),
        double number => number.ToString("G4", CultureInfo.InvariantCulture),
        Interval => "value",
        Design design => design.SumOfWeights > 0 ? "value" : "no weight",
        Composite composite => composite.Respondents == 0 ? "NaN" : "value",
        Suppression why => $"`{why.Reason}`",
        IEnumerable<double> many => Several(many.Select(v => double.IsFinite(v) ? "value" : Name(v))),
        IEnumerable many => Several(many.Cast<object?>().Select(Name)),
        _ => Suppressed(result),
    };

    private static string Several(IEnumerable<string> each) =>
        string.Join(", ", each.Distinct().OrderDescending(StringComparer.Ordinal).DefaultIfEmpty("none"));

    /// <summary>The reason of a result that has one; its figures otherwise.</summary>
    private static string Suppressed(object result) => result.GetType().GetProperty("Suppressed")?.GetValue(result) switch
    {
        null => "value",
        Suppression why => $"`{why.Reason}`",
        var reason => $"`{reason}`",
    };

    internal static string Repository([CallerFilePath] string file = "")
    {
        var folder = Directory.GetParent(file);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "docs", "methods"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
