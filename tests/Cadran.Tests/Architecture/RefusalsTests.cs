using Cadran.Tests.Architecture.Code;

namespace Cadran.Tests.Architecture;

/// <summary>
/// Nothing is refused in words that no test has read: each text shown on refusal must be quoted, in English or French, by a test in the
/// folder of its module. A quotation is the whole of a text between two placeholders, or a part of it that no other text of the module has.
/// A text that no test can bring about is one that nobody can read: delete it.
/// </summary>
[Trait("Database", "any")]
public sealed class RefusalsTests
{
    private const int Shortest = 12;
    private static readonly Lazy<IReadOnlyList<RefusalText>> product = new(() => RefusalTexts.Read(ValueIndex.Product));

    [Fact]
    public void EveryRefusal_IsQuotedByATestOfItsModule()
    {
        var quotes = Quotes();
        var modules = product.Value.ToLookup(t => t.Module);
        string[] unproven =
        [
            .. from text in product.Value.AsParallel().AsOrdered()
               let others = modules[text.Module].Where(t => t.Text != text.Text).ToList()
               where !quotes.Where(q => text.Module.Length == 0 || MayProve(q.Folder, text.Module)).Any(q => Proves(q.Quote, text, others))
               orderby text.Module, text.Text
               select $"{(text.Module.Length == 0 ? "(any)" : text.Module)}: {text.Text} ({text.Place})",
        ];
        Assert.True(unproven.Length == 0,
            $"{unproven.Length} refusals that no test brings about and reads:\n{string.Join('\n', unproven)}");
    }

    [Fact]
    public void EveryPlaceThatRefuses_IsInUse()
    {
        Assert.All(RefusalTexts.Sinks, sink => Assert.NotEmpty(sink.Values(ValueIndex.Product)));
        Assert.All(RefusalTexts.Views, view => Assert.NotEmpty(RefusalTexts.Said(ValueIndex.Product, view)));
    }

    [Theory]
    [InlineData("""class Wave { void Close() => throw new Refusal("c", "The wave is closed."); }""")]
    [InlineData("""
        class Wave { const string No = "The wave is closed."; void Close() => throw Not(No); Refusal Not(string why) => new("c", why); }
        """)]
    [InlineData("""
        class Wave { void Close(bool b) { string why = b ? "The wave is closed." : "closed"; throw new Refusal("c", message: why); } }
        """)]
    [InlineData("""
        class Wave { Exception Close() => Make(() => "The wave is closed."); Refusal Make(Func<string> word) => new("c", word()); }
        """)]
    public void ARefusal_IsFoundHoweverItIsWorded(string wave)
    {
        RefusalText found = Assert.Single(RefusalTexts.Read(new(CodeBase.Of(
            ("Cadran/Common/RuleViolationException.cs", """
                namespace Cadran;
                public class RuleViolationException(string code, string message) : Exception(message + code);
                """),
            ("Cadran/Collection/Waves/Wave.cs", "using Refusal = Cadran.RuleViolationException;\n" + wave)))));
        Assert.Equal(("Collection", "The wave is closed.", "Cadran/Collection/Waves/Wave.cs:2"), (found.Module, found.Text, found.Place));
    }

    // What a module refuses may be met on the pages of one that uses it: a question's answer is refused where it is collected.
    // Accounts and the set-up are people's, at addresses of their own.
    private static bool MayProve(string folder, string module) =>
        folder == module || (module == "People" && folder is ("Account" or "Setup"))
        || Edges.Domain.GetValueOrDefault(folder)?.Contains(module) == true;

    private static bool Proves(string quote, RefusalText text, List<RefusalText> others)
    {
        string[] versions = FrenchTexts.ByKey.TryGetValue(text.Text, out string? french) ? [text.Text, french] : [text.Text];
        foreach (string version in versions)
        {
            string longest = RefusalText.Fixed(version).MaxBy(part => part.Length) ?? version;
            if (quote.Contains(longest, StringComparison.Ordinal)) return true;
            if (quote.Length >= Shortest && version.Contains(quote, StringComparison.Ordinal)
                && !others.Exists(o => o.Text.Contains(quote, StringComparison.Ordinal))) return true;
        }
        return false;
    }

    private static List<(string Folder, string Quote)> Quotes() =>
    [
        .. from test in TestSource.All
           from quote in test.Texts()
           where quote.Contains(' ', StringComparison.Ordinal)
           select (test.Folder, quote.Trim()),
    ];
}
