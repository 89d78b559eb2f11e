using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>docs/methods/edge-input.md, cell by cell: every call on every edge input does what the page says, and every call here is on the page.</summary>
public class EdgeInputTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "methods", "edge-input.md"));

    private static Dictionary<string, string[]> Documented { get; } = Page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
        .Select(l => l.Trim('|', ' ', '\r').Split('|').Select(c => c.Trim()).ToArray())
        .ToDictionary(c => c[0].Trim('`'), c => c[1..]);

    public static TheoryData<string> Calls => [.. EdgeCalls.ByName.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Outcomes_AreThoseOfThePage(string call)
    {
        var (not, run) = EdgeCalls.ByName[call];
        var found = EdgeInput.Kinds.Select(kind => not.Split('|').Contains(kind) ? "–" : Outcome(() => run(new EdgeInput(kind)))).ToArray();
        Assert.True(Documented.TryGetValue(call, out var said), $"Not on the page: | `{call}` | {string.Join(" | ", found)} |");
        Assert.True(found.SequenceEqual(said!), $"| `{call}` | {string.Join(" | ", found)} |");
    }

    [Fact]
    public void ThePage_NamesNoOtherCall_AndAllInputs()
    {
        Assert.Empty(Documented.Keys.Except(EdgeCalls.ByName.Keys));
        Assert.Contains($"| call | {string.Join(" | ", EdgeInput.Kinds)} |", Page, StringComparison.Ordinal);
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
    }

    private static string Name(object? result) => result switch
    {
        null => "null",
        string text => text.Length == 0 ? "none" : "value",
        double number => double.IsFinite(number) ? "value" : number.ToString(CultureInfo.InvariantCulture),
        Interval => "value",
        Design design => design.SumOfWeights > 0 ? "value" : "no weight",
        Composite composite => composite.Respondents == 0 ? "NaN" : "value",
        IEnumerable many => string.Join("", many.Cast<object?>().Select(Name).Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("none")) switch
        {
            "NaNvalue" => "value, NaN",
            var each => each,
        },
        _ => Suppressed(result),
    };

    /// <summary>The reason of a result that has one; its figures otherwise.</summary>
    private static string Suppressed(object result) => result.GetType().GetProperty("Suppressed")?.GetValue(result) switch
    {
        null => "value",
        Suppression why => $"`{why.Reason}`",
        var reason => $"`{reason}`",
    };

    private static string Root([CallerFilePath] string file = "")
    {
        var folder = Directory.GetParent(file);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "docs", "methods"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
