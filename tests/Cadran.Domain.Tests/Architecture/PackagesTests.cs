using System.Text.Json;
using System.Xml.Linq;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Architecture;

/// <summary>A package is a decision: an ADR says what it saves and under which licence.</summary>
public sealed class PackagesTests
{
    [Fact]
    public void EveryPackage_IsNamedInAnAdr()
    {
        string decisions = string.Concat(Directory.GetFiles(Path.Combine(Sources.Root, "docs", "adr"), "*.md").Select(File.ReadAllText));
        string[] packages = [.. FromNuGet(), .. FromNpm()];
        Assert.True(packages.Length >= 15, "The packages were not found.");
        Assert.All(packages, package => Assert.Contains(package, decisions));
    }

    private static IEnumerable<string> FromNuGet() =>
        XDocument.Load(Path.Combine(Sources.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => p.Attribute("Include")!.Value);

    private static IEnumerable<string> FromNpm()
    {
        using var asked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources.Web, "Assets", "package.json")));
        return [.. new[] { "dependencies", "devDependencies" }
            .SelectMany(kind => asked.RootElement.GetProperty(kind).EnumerateObject().Select(p => p.Name))];
    }
}
