using System.Text.RegularExpressions;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>Modules know only the modules before them in the cycle (docs/adr/0001). Common, Storage and Jobs are shared by all.</summary>
public sealed partial class ModulesTests
{
    private static readonly string[] Order = ["People", "Catalogue", "Standards", "Questionnaires", "Collection", "Insight", "Improvement", "Reporting"];

    [Fact]
    public void Sources_UseOnlyEarlierModules()
    {
        string[] violations =
        [
            .. from module in Order
               from file in Sources.Files(Path.Combine(Sources.Domain, module), "*.cs")
               from Match m in ModuleName().Matches(File.ReadAllText(file))
               let named = m.Groups[1].Value
               where Array.IndexOf(Order, named) > Array.IndexOf(Order, module)
               select $"{Path.GetFileName(file)}: {module} must not use {named}",
        ];
        Assert.Empty(violations);
    }

    [Fact]
    public void Statistics_KnowsNothingOfTheRest() =>
        Assert.DoesNotContain(Sources.Files(Path.Combine(Sources.Root, "src", "Cadran.Statistics"), "*.cs"),
            file => Regex.IsMatch(File.ReadAllText(file), @"using Cadran\.(?!Statistics)|Microsoft\.(EntityFrameworkCore|AspNetCore)"));

    [Fact]
    public void DomainFolders_AreTheKnownModules() =>
        Assert.Empty(Directory.GetDirectories(Sources.Domain).Select(Path.GetFileName).Except([.. Order, "Common", "Storage", "Jobs", "bin", "obj"]));

    [GeneratedRegex(@"\bCadran\.(People|Catalogue|Standards|Questionnaires|Collection|Insight|Improvement|Reporting)\b")]
    private static partial Regex ModuleName();
}
