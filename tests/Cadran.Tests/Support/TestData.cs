namespace Cadran.Tests.Support;

/// <summary>The real third-party files, read where they are (CADRAN_DATA, or shared/data beside the repository) and never copied.</summary>
public static class TestData
{
    public static string Root { get; } = Find() ?? "";

    /// <summary>Full path of a data file. Skips the test with the reason when the data is absent, unless CADRAN_REQUIRE=all.</summary>
    public static string File(string relative)
    {
        string path = Path.Combine(Root, relative);
        if (Root.Length > 0 && System.IO.File.Exists(path)) return path;
        string reason = $"The data file {relative} is not here: set CADRAN_DATA to the folder that holds it.";
        if (Environment.GetEnvironmentVariable("CADRAN_REQUIRE") == "all") Assert.Fail(reason);
        Assert.Skip(reason);
        return path;
    }

    /// <summary>A file of a public case (shared/cases beside the data); skips as <see cref="File"/> does.</summary>
    public static string Case(string relative) => File(Path.Combine("..", "cases", relative));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CADRAN_DATA") is { Length: > 0 } given) return given;
        string? folder = Path.GetDirectoryName(Sources.Root);
        return folder is not null && Directory.Exists(Path.Combine(folder, "shared", "data"))
            ? Path.Combine(folder, "shared", "data")
            : null;
    }
}
