using Cadran.Tests.Architecture.Code;

namespace Cadran.Tests.Architecture;

/// <summary>A text that is looked up is found however it gets there, and one that cannot be followed is reported.</summary>
[Trait("Database", "any")]
public sealed class TextKeysTests
{
    private const string Usings = "using Microsoft.Extensions.Localization; using System.ComponentModel.DataAnnotations;\n";

    [Theory]
    [InlineData("any name", """class Page(IStringLocalizer<Page> words) { string Said => words["Hello"]; }""")]
    [InlineData("choice", """class Page(IStringLocalizer t) { string Say(bool b) => t[b ? "Hello" : "Hello"]; }""")]
    [InlineData("coalesce", """
        class Page(IStringLocalizer t) { string Say(string? own) => t[own ?? "Hello"]; string Own() => Say(null); }
        """)]
    [InlineData("constant", """class Page(IStringLocalizer t) { const string Greeting = "Hello"; string Said => t[Greeting]; }""")]
    [InlineData("constant of pieces", """class Page(IStringLocalizer t) { string Said => t["Hel" + "lo"]; }""")]
    [InlineData("switch", """
        class Page(IStringLocalizer t)
        {
            string Say(int n) => t[Word(n)];
            static string Word(int n) => n switch { 1 => "Hello", _ => throw new NotSupportedException() };
        }
        """)]
    [InlineData("returned", """
        class Page(IStringLocalizer t) { string Said => t[Words.Of()]; }
        static class Words { public static string Of() { return "Hello"; } }
        """)]
    [InlineData("variable", """class Page(IStringLocalizer t) { string Said() { var word = ""; word = "Hello"; return t[word]; } }""")]
    [InlineData("parameter", """class Page(IStringLocalizer t) { string Say(string word) => t[word]; string Said => Say("Hello"); }""")]
    [InlineData("plural", """
        static class Plurals
        {
            public static string Plural(this IStringLocalizer t, string forms, int n) => t[forms].Value.Split('|')[n];
            static string Said(IStringLocalizer t) => t.Plural("Hello", 2);
        }
        """)]
    [InlineData("property", """
        class Page(IStringLocalizer t) { string Word { get; set; } = ""; string Said => t[Word]; void Set() => Word = "Hello"; }
        """)]
    [InlineData("record", """
        record Rule(string Message); class Page(IStringLocalizer t) { Rule rule = new("Hello"); string Said => t[rule.Message]; }
        """)]
    [InlineData("pattern", """
        record Job(string? Error);
        class Page(IStringLocalizer t) { Job job = new("Hello"); string Said => job.Error is { } error ? t[error] : ""; }
        """)]
    [InlineData("menu", """
        class Page(IStringLocalizer t)
        {
            (string Href, string Name)[] menu = [("/", "Hello")];
            IEnumerable<string> Said() { foreach (var m in menu) yield return t[m.Name]; }
        }
        """)]
    [InlineData("taken apart", """
        class Page(IStringLocalizer t)
        {
            string Say(bool b) { var (css, word) = b ? ("good", "Hello") : ("", "Hello"); return css + t[word]; }
        }
        """)]
    [InlineData("dictionary", """
        class Page(IStringLocalizer t) { Dictionary<int, string> words = new() { [1] = "Hello" }; string Said => t[words[1]]; }
        """)]
    [InlineData("found in a dictionary", """
        class Page(IStringLocalizer t)
        {
            Dictionary<int, string> words = new() { [1] = "Hello" };
            string Say(int n) => words.TryGetValue(n, out var word) ? t[word] : "";
        }
        """)]
    [InlineData("query", """
        class Page(IStringLocalizer t) { string[] words = ["Hello"]; IEnumerable<string> Said => words.Order().Select(w => t[w].Value); }
        """)]
    [InlineData("enumeration", """enum State { Hello } class Page(IStringLocalizer t) { string Say(State s) => t[s.ToString()]; }""")]
    [InlineData("override", """
        abstract class Kind { public abstract string Name { get; } }
        class Rating : Kind { public override string Name => "Hello"; }
        class Page(IStringLocalizer t) { string Say(Kind k) => t[k.Name]; }
        """)]
    [InlineData("interface", """
        interface IKind { string Name(); }
        class Rating : IKind { public string Name() => "Hello"; }
        class Page(IStringLocalizer t) { string Say(IKind k) => t[k.Name()]; }
        """)]
    [InlineData("parameter of an interface", """
        interface IPage { string Say(string word); }
        class Page(IStringLocalizer t) : IPage { public string Say(string word) => t[word]; }
        class Other { string Said(IPage page) => page.Say("Hello"); }
        """)]
    [InlineData("function", """
        class Page(IStringLocalizer t) { string Say(Func<string> word) => t[word()]; string Said => Say(() => "Hello"); }
        """)]
    [InlineData("other way to ask", """class Page(IStringLocalizer t) { string Said => t.GetString("Hello"); }""")]
    [InlineData("refusal", """class Wave { void Close() => throw new Cadran.RuleViolationException("wave.closed", "Hello"); }""")]
    [InlineData("message of a refusal", """
        class Closed(string why) : Exception(why);
        class Page(IStringLocalizer t) { string Said(Closed closed) => t[closed.Message]; Closed Made => new("Hello"); }
        """)]
    [InlineData("attribute", """class Form { [Required(ErrorMessage = "Hello")] public string? Name { get; set; } }""")]
    [InlineData("attribute of a parameter", """class Page { void OnPost([Required(ErrorMessage = "Hello")] string name) { } }""")]
    [InlineData("display name", """class Form { [Display(Name = "Hello")] public string? Name { get; set; } }""")]
    [InlineData("attribute of a record", """record Form([property: StringLength(3, ErrorMessage = "Hello")] string Name);""")]
    [InlineData("result", """class Form { IEnumerable<ValidationResult> Validate() { yield return new("Hello"); } }""")]
    public void ATextThatIsLookedUp_IsFound(string way, string source)
    {
        TextKeys keys = Read(source);
        Assert.True(keys.Places.ContainsKey("Hello"), $"{way}: {string.Join(", ", keys.Places.Keys.Concat(keys.Unfollowed))}");
        Assert.Empty(keys.Unfollowed);
    }

    [Theory]
    [InlineData("""class Page(IStringLocalizer t) { string Say(int n) => t[$"{n} rows"]; }""", "$\"{n} rows\"")]
    [InlineData("""class Page(IStringLocalizer t) { string Said => t[Console.ReadLine()!]; }""", "Console.ReadLine()")]
    [InlineData("""class Page(IStringLocalizer t) { public string Say(string word) => t[word]; }""", "word")]
    [InlineData("""class Page(IStringLocalizer t) { string word = ""; string Said => t[word.Normalize()]; }""", "word.Normalize()")]
    [InlineData("""class Page(IStringLocalizer t) { string Say(Func<string> word) => t[word()]; }""", "word")]
    public void ATextThatCannotBeFollowed_IsReportedWithItsPlace(string source, string said) =>
        Assert.Contains($"Cadran.Web/Pages/Page.cs:2: {said}", Read(source).Unfollowed);

    [Fact]
    public void ATextInTheReadersLanguage_IsNotLookedUpAgain() => Assert.Equal(["Hello"], Read("""
        class Page(IStringLocalizer t) { string Say(string said) => said; string Said => Say(t["Hello"]); string Twice => t[Said]; }
        """).Places.Keys);

    private static TextKeys Read(string source) => new(new(CodeBase.Of(
        ("Cadran/RuleViolationException.cs", """
            namespace Cadran;
            public class RuleViolationException(string code, string message) : Exception(message) { public string Code => code; }
            """),
        ("Cadran.Web/Pages/Page.cs", Usings + source))));
}
