using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>
/// Nothing is refused in words that no test has read: each text shown on refusal must be quoted, in English or French, by a test in the
/// folder of its module. A quotation is the whole of a text between two placeholders, or a part of it that no other text of the module has.
/// A text that no test can bring about is one that nobody can read: delete it.
/// </summary>
public sealed class RefusalsTests
{
    private const int Shortest = 12;

    [Fact]
    public void EveryRefusal_IsQuotedByATestOfItsModule()
    {
        IReadOnlyList<RefusalText> texts = RefusalTexts.Read();
        Assert.True(texts.Count > 200, $"Only {texts.Count} refusals were found in the sources: the patterns of RefusalTexts no longer fit them.");
        var quotes = Quotes();
        string[] unproven =
        [
            .. from text in texts
               let others = texts.Where(t => t.Module == text.Module && t.Text != text.Text).ToList()
               where !quotes.Where(q => text.Module.Length == 0 || q.Folder == text.Module).Any(q => Proves(q.Quote, text, others))
               orderby text.Module, text.Text
               select $"{(text.Module.Length == 0 ? "(any)" : text.Module)}: {text.Text} ({text.File})",
        ];
        Assert.True(unproven.Length == 0, $"{unproven.Length} refusals that no test brings about and reads:\n{string.Join('\n', unproven)}");
    }

    private static bool Proves(string quote, RefusalText text, List<RefusalText> others)
    {
        string[] versions = RefusalTexts.French.TryGetValue(text.Text, out string? french) ? [text.Text, french] : [text.Text];
        foreach (string version in versions)
        {
            string longest = RefusalText.Fixed(version).MaxBy(part => part.Length) ?? version;
            if (quote.Contains(longest, StringComparison.Ordinal)) return true;
            if (quote.Length >= Shortest && version.Contains(quote, StringComparison.Ordinal) && !others.Exists(o => o.Text.Contains(quote, StringComparison.Ordinal))) return true;
        }
        return false;
    }

    private static List<(string Folder, string Quote)> Quotes()
    {
        string[] suites = [Path.Combine(Sources.Root, "tests", "Cadran.Tests"), Path.Combine(Sources.Root, "tests", "Cadran.Domain.Tests")];
        return
        [
            .. from suite in suites
               from file in Sources.Files(suite, "*.cs")
               where !file.Contains("Architecture", StringComparison.Ordinal)
               from quote in RefusalTexts.Literals(File.ReadAllText(file))
               where quote.Contains(' ', StringComparison.Ordinal)
               select (Path.GetRelativePath(suite, file).Split(Path.DirectorySeparatorChar)[0], quote.Trim()),
        ];
    }
}
