using System.Text.RegularExpressions;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>
/// Every save is named, and every name is one whose event a test has read with <see cref="Trail.TraceAsync"/>: who, when, on what, from what to what.
/// </summary>
public sealed partial class EventsTests
{
    [Fact]
    public void EveryEvent_IsReadByATest()
    {
        string[] named = [.. Code().SelectMany(f => Statement().Matches(f.Text).SelectMany(m => Name().Matches(m.Value))).Select(m => m.Groups[1].Value).Distinct().Order()];
        Assert.True(named.Length >= 35, $"Only {named.Length} names were found in the sources: the patterns of this test no longer fit them.");
        string tests = string.Concat(Sources.Files(Path.Combine(Sources.Root, "tests", "Cadran.Tests"), "*.cs").Select(File.ReadAllText));
        string[] unread = [.. named.Where(name => !tests.Contains($"TraceAsync(\"{name}\", ", StringComparison.Ordinal))];
        Assert.True(unread.Length == 0, $"No test does this and reads its event (TraceAsync):\n{string.Join('\n', unread)}");
    }

    [Fact]
    public void EverySave_IsNamed()
    {
        // Jobs leave no event: they carry progress, and what they do is saved under its own name.
        string[] unnamed = [.. Code().Where(f => f.Name is not ("CadranDb.cs" or "JobRunner.cs")).SelectMany(f => Save().Matches(f.Text).Where(m => !m.Value.Contains("Because(", StringComparison.Ordinal)).Select(m => $"{f.Name}: {m.Value.Trim()}"))];
        Assert.Empty(unnamed);
    }

    [Fact]
    public void EverySaveOfAnAccount_IsNamed()
    {
        string[] unnamed = [.. Code().SelectMany(f => AccountSave().Matches(f.Text).Where(m => !f.Text[..m.Index].TrimEnd().Split('\n').TakeLast(5).Any(line => line.Contains("Because(", StringComparison.Ordinal))).Select(m => $"{f.Name}: {m.Value}"))];
        Assert.Empty(unnamed);
    }

    private static IEnumerable<(string Name, string Text)> Code() =>
        Sources.Files(Path.Combine(Sources.Root, "src"), "*.cs").Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    // A call that names the save, a tuple of a name and what it does, or the constant of an import.
    [GeneratedRegex("""(?:Because|SaveAsync)\([^;]*;|=> \("[a-z.-]+", |const string Event = [^;]*;""")]
    private static partial Regex Statement();

    [GeneratedRegex("""
        "([a-z]+\.[a-z-]+)"
        """)]
    private static partial Regex Name();

    [GeneratedRegex(@"[^\n]*\bSaveChangesAsync\([^\n]*")]
    private static partial Regex Save();

    [GeneratedRegex(@"\b(?:users\.(?:CreateAsync|ResetPasswordAsync|ChangePasswordAsync|UpdateAsync|DeleteAsync|SetEmailAsync)|signIn\.PasswordSignInAsync)\(")]
    private static partial Regex AccountSave();
}
