using System.Text.RegularExpressions;

namespace Cadran.Statistics.Tests;

/// <summary>Where a file stands and how it is named, in the library and in its tests: the rule is in the library's README.</summary>
public partial class LayoutTests
{
    private const int MostFiles = 15;
    private const int LongestLine = 140;

    private static readonly string[] RootNamespace = ["Core", "Library", "Oracles"];

    public static TheoryData<string> Projects => ["src/Cadran.Statistics", "tests/Cadran.Statistics.Tests"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folder_HoldsAtMostFifteenFiles(string project) =>
        Assert.All(Files(project).CountBy(f => Path.GetDirectoryName(f.Path)!),
        folder => Assert.True(folder.Value <= MostFiles, folder.Key));

    [Theory]
    [MemberData(nameof(Projects))]
    public void File_HoldsOneType_NamedAsIt(string project) => Assert.Empty(Files(project).Where(f =>
        TypeName().Matches(f.Text).Select(m => m.Groups[1].Value).ToArray() is not [var type] || type != Stem(f.Path)).Select(f => f.Path));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespace_IsTheFirstFolder(string project) => Assert.Empty(Files(project).Where(f =>
    {
        var folder = f.Path.Split('/')[0];
        var expected = Path.GetFileName(project) + (RootNamespace.Contains(folder) ? "" : $".{folder}");
        return !f.Text.Contains($"\nnamespace {expected};\n", StringComparison.Ordinal)
            && !f.Text.StartsWith($"namespace {expected};\n", StringComparison.Ordinal);
    }).Select(f => f.Path));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Line_HasAtMost140Characters(string project) => Assert.Empty(Files(project).SelectMany(f =>
        f.Text.Split('\n').Index().Where(line => line.Item.Length > LongestLine).Select(line => $"{f.Path}:{line.Index + 1}")));

    /// <summary>Tests of a type stand in its folder; tests named after something else in one that the library has.</summary>
    [Fact]
    public void Tests_StandWhereTheirSubjectDoes()
    {
        var folderOf = Files("src/Cadran.Statistics").GroupBy(f => Stem(f.Path))
            .ToDictionary(g => g.Key, g => Path.GetDirectoryName(g.First().Path)!);
        var misplaced =
            from test in Files("tests/Cadran.Statistics.Tests").Select(f => f.Path)
            let folder = Path.GetDirectoryName(test)!
            where folder.Split('/')[0] is not ("Library" or "Oracles")
            where !(folderOf.TryGetValue(Regex.Replace(Stem(test), "Tests$", ""), out var home)
                ? home == folder : folderOf.ContainsValue(folder))
            select test;
        Assert.Empty(misplaced);
    }

    private static IEnumerable<(string Path, string Text)> Files(string project)
    {
        var root = Path.Combine(EdgeInputTests.Repository(), project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), f))
            .Where(f => !f.Item1.StartsWith("obj/", StringComparison.Ordinal) && !f.Item1.StartsWith("bin/", StringComparison.Ordinal))
            .Select(f => (f.Item1, File.ReadAllText(f.f)));
    }

    // A partial type in parts is Type.Part.cs.
    private static string Stem(string path) => Path.GetFileName(path).Split('.')[0];

    // Types of the file's own namespace begin a line; nested ones are indented.
    [GeneratedRegex(@"^(?:public |internal |file )(?:[a-z]+ )*?(?:class|record struct|record|struct|enum|interface) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeName();
}
