using Cadran.Tests.Architecture.Code;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>The folder of a page is its address, its class and the folder of its tests, so that who knows one knows all.</summary>
[Trait("Database", "any")]
public sealed class PagesTests
{
    // Pages whose address is not that of their place, and why.
    private static readonly Dictionary<string, string> OtherAddress = new()
    {
        ["/Pages/Questionnaires/Drafts/Edit.cshtml"] = "A draft is shown in its editor: it has no other page.",
    };

    [Fact]
    public void Pages_AreFound() =>
        Assert.Equal(CompiledPage.All.Count,
            Sources.Files(Path.Combine(Sources.Web, "Pages"), "*.cshtml").Count(f => File.Exists(f + ".cs")));

    [Fact]
    public void Address_IsThePlaceOfThePage() => Same(OtherAddress.Keys,
        from page in CompiledPage.All
        where !page.Words.SequenceEqual(page.WordsOfItsPlace)
        select page.View, view => $"{view} has the address {CompiledPage.All.First(p => p.View == view).Address}");

    [Fact]
    public void Class_IsNamedAfterFolderAndFile() => Same([],
        from page in CompiledPage.All
        let folder = page.Folders is [.., var last] ? last : ""
        let name = $"{folder}{page.Verb}Model"
        where page.Model.Name != name
        select $"{page.View}: {page.Model.Name} and not {name}", wrong => wrong);

    [Fact]
    public void Class_IsBesideItsView()
    {
        var files = CodeBase.Product.Types.Where(type => type.Name.EndsWith("Model", StringComparison.Ordinal))
            .ToLookup(type => type.ToDisplayString(), type => type.DeclaringSyntaxReferences.Select(d => d.SyntaxTree.FilePath));
        Same([],
            from page in CompiledPage.All
            where !files[page.Model.FullName!].Any(places => places.Contains($"Cadran.Web{page.View}.cs"))
            select page.View, view => $"{view} has its class elsewhere");
    }

    [Fact]
    public void Tests_LieInTheSameFolder_AndAreNamedAlike() => Same([],
        from page in CompiledPage.All
        where page.Folders.Count > 0
        let tests = string.Join('/', page.Folders) + $"/{page.Model.Name[..^"Model".Length]}Tests.cs"
        where !File.Exists(Path.Combine(Sources.Root, "tests", "Cadran.Tests", tests))
        select tests, tests => $"There is no tests/Cadran.Tests/{tests}");

    [Theory]
    [InlineData("Catalogue/Services", "Show", "/catalogue/services/{id:guid}", true)]
    [InlineData("Questionnaires", "FromFile", "/questionnaires/from-file", true)]
    [InlineData("Collection/Waves", "Qr", "/collection/waves/{id:guid}/qr.{format:regex(^(svg|png)$)}", true)]
    [InlineData("", "Index", "", true)]
    [InlineData("Catalogue/Services", "Edit", "/catalogue/services/{id:guid}", false)]
    [InlineData("Catalogue/Services", "Show", "/services/{id:guid}", false)]
    [InlineData("Questionnaires", "FromFile", "/questionnaires/fromfile", false)]
    public void AnAddressOfAnotherPlace_IsSeen(string folders, string verb, string address, bool same)
    {
        string[] path = folders.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var page = new CompiledPage("", path, verb, address, typeof(object));
        Assert.Equal(same, page.Words.SequenceEqual(page.WordsOfItsPlace));
    }

    // What is wrong is what is known to be, no more and no less.
    private static void Same(IEnumerable<string> known, IEnumerable<string> found, Func<string, string> said)
    {
        string[] all = [.. found.Distinct().Order(StringComparer.Ordinal)];
        string[] wrong =
        [
            .. all.Except(known).Select(said),
            .. known.Except(all).Select(paid => $"{paid} is right by now: take it off the list"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }
}
