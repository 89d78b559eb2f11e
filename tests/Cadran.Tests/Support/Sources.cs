namespace Cadran.Tests.Support;

/// <summary>The source tree these tests were built from, for tests of conventions.</summary>
public static class Sources
{
    public static string Root { get; } = Find();
    public static string Domain => Path.Combine(Root, "src", "Cadran");
    public static string Web => Path.Combine(Root, "src", "Cadran.Web");

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains("node_modules", StringComparison.Ordinal));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Cadran.slnx"))) return folder.FullName;
        throw new InvalidOperationException("These tests run inside the repository.");
    }
}
