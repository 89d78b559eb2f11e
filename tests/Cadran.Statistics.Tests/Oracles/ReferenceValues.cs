using System.Collections.Concurrent;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(Cadran.Statistics.Tests.ReferenceValues))]

namespace Cadran.Statistics.Tests;

/// <summary>After a run, the reference values that no test read are written, a line each, to the file that CADRAN_UNREAD names.</summary>
/// <remarks>The whole test command sets it and wants the file empty; a run of a few tests has no use for it.</remarks>
public sealed class ReferenceValues : IDisposable
{
    public const string Unread = "CADRAN_UNREAD";

    public static readonly string[] Files = ["cmt_synth_R.json", "stats_R.json", "survey_R.json", "spc_kda_R.json", "misc_R.json"];

    /// <summary>
    /// What the files hold besides results: names of tools, steps of R's own search, and diagnostics of the NCA package
    /// that the method does not use (corners, p-values that were not asked for, noise, exceptions, support, spread,
    /// sharpness; slopes of steps).
    /// </summary>
    private static readonly Regex NotAResult =
        new(@"/tool$|em_nhanes/iter$|NCA_[^/]*/params\[([5-8]|1[1-9]|20)\]|NCA_[^/]*/params\[[34]\]\[[02]\]");

    private static readonly ConcurrentDictionary<string, bool> Seen = new();

    public static void Read(string path) => Seen[path] = true;

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable(Unread) is not { Length: > 0 } file) return;
        File.WriteAllLines(file, Files.Select(Oracle.Values).SelectMany(r => r.Leaves()).Select(leaf => leaf.Key)
            .Where(p => !Seen.ContainsKey(p) && !NotAResult.IsMatch(p)));
    }
}
