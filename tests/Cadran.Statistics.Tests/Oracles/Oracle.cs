using System.Globalization;
using System.Runtime.CompilerServices;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Reference values, which the project keeps, and the data they were computed from, which it reads from the shared
/// ones beside the repository.
/// </summary>
/// <remarks>Shared data are looked for in CADRAN_DATA, then in <c>../shared/data</c> beside the repository and beside its main worktree.
/// Absent data skip the test with a reason, or fail it when CADRAN_REQUIRE is "all".</remarks>
public static class Oracle
{
    public static Reference CmtSynth { get; } = Values("cmt_synth_R.json");
    public static Table CmtSynthData { get; } = Table.Read(Path.Combine(AppContext.BaseDirectory, "Golden", "cmt_synth.csv"));

    /// <summary>The project's copy of a reference file such as <c>survey_R.json</c>; its first entry names the tools.</summary>
    public static Reference Values(string file) => Reference.Open(Path.Combine(AppContext.BaseDirectory, "Golden", file));

    /// <summary>The project's copy of a NIST data set such as <c>Norris.dat</c>, with its certified values.</summary>
    public static string Nist(string file) => Path.Combine(AppContext.BaseDirectory, "Nist", file);

    /// <summary>A third-party data set such as <c>survey_apistrat.csv</c>, from the shared data.</summary>
    public static Table Data(string file) => Table.Read(SharedPath("oracle/csv/" + file));

    /// <summary>Full path of a shared file; skips or fails the running test when it is absent.</summary>
    public static string SharedPath(string relative)
    {
        foreach (var root in Roots())
            if (File.Exists(Path.Combine(root, relative))) return Path.Combine(root, relative);
        var reason = $"{relative} not found: set CADRAN_DATA or put the data in ../shared/data.";
        if (Environment.GetEnvironmentVariable("CADRAN_REQUIRE") == "all") Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    /// <summary>Asserts a relative difference; absolute below 1e-8 of the unit.</summary>
    public static void Near(double expected, double actual, double tolerance,
        [CallerArgumentExpression(nameof(actual))] string what = "") =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), 1e-8),
            string.Create(CultureInfo.InvariantCulture,
            $"{what}: expected {expected:R}, got {actual:R}, relative {Math.Abs(actual / expected - 1):E2}"));

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("CADRAN_DATA") is { Length: > 0 } given) yield return given;
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
            yield return Path.Combine(d.FullName, "shared", "data");
    }
}
