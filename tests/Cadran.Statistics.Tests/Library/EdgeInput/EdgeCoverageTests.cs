using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>
/// No public call is forgotten in docs/methods/edge-input.md: it has a row, or it takes no data and the page says what it takes.
/// </summary>
public class EdgeCoverageTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What people's answers come in, besides arrays, spans and lists.</summary>
    private static readonly Type[] Data =
        [typeof(Design), typeof(DesignColumns), typeof(Factor), typeof(Item), typeof(Domain), typeof(ItemTabulation), typeof(DriverData),
        typeof(Estimate), typeof(Margin), typeof(CountTable), typeof(LinkedTables)];

    // What the compiler writes for records takes no data.
    private static readonly string[] OfEveryObject = ["Equals", "GetHashCode", "ToString", "Deconstruct"];

    private static readonly MethodInfo[] Calls =
        [.. typeof(Design).Assembly.GetExportedTypes().Where(t => !t.IsEnum).SelectMany(t => t.GetMethods(Declared))
        .Where(m => !m.IsSpecialName && !m.IsDefined(typeof(CompilerGeneratedAttribute)) && !OfEveryObject.Contains(m.Name)
        && m.GetParameters().Length > 0)];

    private static string Page { get; } = File.ReadAllText(Path.Combine(EdgeInputTests.Repository(), "docs", "methods", "edge-input.md"));

    private static HashSet<string> WithRow { get; } = [.. EdgeInputTests.Calls.Select(c => c.Data)];

    /// <summary>Calls, or types with all their calls, that the page says need no row.</summary>
    private static HashSet<string> WithoutRow { get; } =
        [.. Regex.Matches(Section("Calls without a row"), "^\\| (`.*?) \\|", RegexOptions.Multiline)
        .SelectMany(row => Regex.Matches(row.Groups[1].Value, "`([\\w.]+)`")).Select(m => m.Groups[1].Value)];

    [Fact]
    public void EveryCall_HasARow_OrAPlaceAmongThoseWithout() =>
        Assert.Empty(Calls.Where(m => !WithRow.Contains(Name(m)) && !IsListed(m)).Select(Name).Distinct());

    [Fact]
    public void CallsWithoutARow_TakeNoColumns_AndHaveNone()
    {
        Assert.Empty(Calls.Where(m => IsListed(m) && m.GetParameters().Any(p => IsData(p.ParameterType))).Select(Name));
        Assert.Empty(WithoutRow.Intersect(WithRow));
    }

    [Fact]
    public void CallsWithoutARow_Exist() =>
        Assert.All(WithoutRow, name => Assert.Contains(Calls, m => Name(m) == name || m.DeclaringType!.Name == name));

    [Theory]
    [InlineData("Numeric.Mean", true)] // a span of numbers
    [InlineData("Reliability.Of", true)] // a list of columns
    [InlineData("Equivalence.Of", true)] // an estimate
    [InlineData("LinkedTables.Find", false)] // names of levels
    [InlineData("Scale.Score", false)]
    public void Columns_AreToldFromSettings(string call, bool data) =>
        Assert.Equal(data, Calls.First(m => Name(m) == call).GetParameters().Any(p => IsData(p.ParameterType)));

    private static string Name(MethodInfo call) => $"{call.DeclaringType!.Name}.{call.Name}";

    private static bool IsListed(MethodInfo call) => WithoutRow.Contains(Name(call)) || WithoutRow.Contains(call.DeclaringType!.Name);

    private static bool IsData(Type type)
    {
        if (Data.Contains(type) || type.IsArray || type.IsByRefLike) return true;
        var elements = type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        return type != typeof(string) && (elements is not null ? elements != typeof(string) : typeof(IEnumerable).IsAssignableFrom(type));
    }

    private static string Section(string heading)
    {
        int from = Page.IndexOf($"## {heading}\n", StringComparison.Ordinal),
            to = Page.IndexOf("\n## ", from + 1, StringComparison.Ordinal);
        return Page[from..to];
    }
}
