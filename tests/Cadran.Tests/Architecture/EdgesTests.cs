using System.Xml.Linq;
using Cadran.Tests.Architecture.Code;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>Modules, layers and projects know only those they are meant to know.</summary>
[Trait("Database", "any")]
public sealed class EdgesTests
{
    private static readonly Lazy<EdgeUse[]> domain = new(() => [.. Wrong(CodeBase.Product)]);
    private static readonly Lazy<EdgeUse[]> beneathPages = new(() => [.. OnPages(CodeBase.Product)]);

    [Fact]
    public void Modules_UseOnlyThoseOfTheTable() => None(domain.Value);

    [Fact]
    public void FoldersOfTheDomain_AreInTheTable() =>
        Assert.Empty(Directory.GetDirectories(Sources.Domain).Select(Path.GetFileName).Except([.. Edges.Domain.Keys, "bin", "obj"]));

    [Fact]
    public void FilesOfTheDomain_LieInAFolder() => Assert.Empty(Directory.GetFiles(Sources.Domain, "*.cs"));

    [Fact]
    public void WhatPagesStandOn_KnowsNoPage() => None(beneathPages.Value);

    [Fact]
    public void EdgesThatAreOwed_AreStillThere()
    {
        var found = domain.Value.Concat(beneathPages.Value).SelectMany(use => use.To.Select(to => (use.From, to)));
        Assert.Empty(Edges.Owed.Keys.Except(found));
    }

    [Fact]
    public void Projects_ReferToThoseOfTheTable()
    {
        var found = Sources.Files(Path.Combine(Sources.Root, "src"), "*.csproj")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), Referred);
        Assert.Equal(Edges.Projects.Keys.Order(), found.Keys.Order());
        Assert.All(found, project => Assert.Equal(Edges.Projects[project.Key].Order(), project.Value.Order()));
    }

    [Theory]
    [InlineData("relative to the namespace", "namespace Cadran.Collection; class Answering { object? held = new Insight.WaveResults(); }")]
    [InlineData("full name", "class Answering { Cadran.Insight.WaveResults? held; }")]
    [InlineData("import", "using Cadran.Insight; class Answering { WaveResults? held; }")]
    [InlineData("alias", "using Results = Cadran.Insight.WaveResults; class Answering { Results? held; }")]
    [InlineData("static import", "using static Cadran.Insight.WaveResults; class Answering { int most = Most; }")]
    [InlineData("type argument", "class Answering { List<Cadran.Insight.WaveResults?>? held; }")]
    [InlineData("extension", "using Cadran.Insight; class Answering { string held = 1.Shown(); }")]
    [InlineData("part of a shared class", "class Answering { int Count(Cadran.Storage.CadranDb db) => db.Results; }")]
    [InlineData("type that is not named", "class Answering { int Count(Cadran.Storage.CadranDb db) => db.All()[0].Count; }")]
    public void AForbiddenUse_IsSeenHoweverItIsWritten(string way, string answering)
    {
        EdgeUse[] wrong = [.. Wrong(House(("Cadran/Collection/Answering/Answering.cs", answering)))];
        Assert.True(wrong.Length > 0, way);
        Assert.All(wrong, use => Assert.Equal(("Collection", "Insight"), (use.From, Assert.Single(use.To))));
    }

    [Theory]
    [InlineData("using Cadran.Insight; class Answering;")]
    [InlineData("/// <summary>See <see cref=\"Cadran.Insight.WaveResults\"/>, and Insight.WaveResults.</summary>\nclass Answering;")]
    [InlineData("class Answering { string said = \"Cadran.Insight.WaveResults\"; Cadran.Storage.CadranDb? db; }")]
    public void WhatIsNoUse_IsNotTakenForOne(string answering) =>
        Assert.Empty(Wrong(House(("Cadran/Collection/Answering/Answering.cs", answering))));

    [Fact]
    public void AnAllowedUse_Passes() =>
        Assert.Empty(Wrong(House(("Cadran/Improvement/Target.cs", "class Target(Cadran.Storage.CadranDb db) { int All => db.Results; }"))));

    [Fact]
    public void APageUsedFromBeneath_IsSeen()
    {
        const string Use = "{ static string Word => Pages.Insight.Labels.No; }";
        EdgeUse[] wrong = [.. OnPages(CodeBase.Of(
            ("Cadran.Web/Pages/Insight/Labels.cs", """
                namespace Cadran.Web.Pages.Insight;
                static class Labels { public const string No = "no"; }
                """),
            ("Cadran.Web/Words/Shares.cs", "namespace Cadran.Web.Words; static class Shares " + Use),
            ("Cadran.Web/Demonstration/Story.cs", "namespace Cadran.Web.Demonstration; static class Story " + Use)))];
        Assert.NotEmpty(wrong);
        Assert.All(wrong, use => Assert.Equal("Words", use.From));
    }

    private static IEnumerable<string> Referred(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

    private static void None(IEnumerable<EdgeUse> wrong)
    {
        var open = wrong.Where(use => !use.To.Any(to => Edges.Owed.ContainsKey((use.From, to))));
        string[] all = [.. open.Select(use => use.ToString()).Distinct()];
        Assert.True(all.Length == 0, $"{all.Length} uses against the table of edges:\n{string.Join('\n', all)}");
    }

    private static IEnumerable<EdgeUse> Wrong(CodeBase code) =>
        EdgeUses.Between(code, "Cadran", Edges.Domain.ContainsKey, (from, to) => to.Any(Edges.Domain[from].Contains));

    private static IEnumerable<EdgeUse> OnPages(CodeBase code) =>
        EdgeUses.Between(code, "Cadran.Web", Edges.BeneathPages.Contains, (_, to) => !to.Contains("Pages"));

    private static CodeBase House(params (string Path, string Text)[] more) => CodeBase.Of([
        ("Cadran/Storage/CadranDb.cs", "namespace Cadran.Storage; public partial class CadranDb;"),
        ("Cadran/Insight/CadranDb.Insight.cs", """
            namespace Cadran.Storage;
            partial class CadranDb { public int Results => 1; public Insight.WaveResults[] All() => []; }
            """),
        ("Cadran/Insight/WaveResults.cs", """
            namespace Cadran.Insight;
            public class WaveResults { public const int Most = 3; public int Count => 1; }
            public static class NumberText { public static string Shown(this int number) => $"{number}"; }
            """),
        .. more]);
}
