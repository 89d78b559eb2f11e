using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cadran.Catalogue;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>Every English text of the interface has its French.</summary>
public sealed partial class TranslationsTests
{
    private static readonly Dictionary<string, string> French = Read("fr");

    [Fact]
    public void EveryKeyInTheSources_HasItsFrench()
    {
        string[] missing = [.. Keys().Where(k => !French.ContainsKey(k.Key)).Select(k => $"{k.File}: {k.Key}").Distinct().Order()];
        Assert.True(missing.Length == 0, $"{missing.Length} texts without French:\n{string.Join('\n', missing)}");
    }

    private static IEnumerable<(string File, string Key)> Keys()
    {
        foreach (string file in Sources.Files(Path.Combine(Sources.Root, "src"), "*.cs").Concat(Sources.Files(Sources.Web, "*.cshtml")).Where(f => !f.Contains("Cadran.Statistics", StringComparison.Ordinal)))
        {
            string source = File.ReadAllText(file);
            foreach (Match choice in Choice().Matches(source))
                foreach (Match literal in Literal().Matches(choice.Value[choice.Value.IndexOf('?', StringComparison.Ordinal)..]))
                    yield return (Path.GetFileName(file), literal.Groups[1].Value);
            if (Path.GetFileName(file) is "StateTags.cs" or "ChannelWords.cs")
                foreach (Match word in Word().Matches(source))
                    if (word.Groups[1].Value.Contains(' ', StringComparison.Ordinal)) yield return (Path.GetFileName(file), word.Groups[1].Value);
            foreach (Regex pattern in new[] { Indexer(), PluralCall(), Attribute(), Rule(), TagAttribute() })
                foreach (Match match in pattern.Matches(source))
                    yield return (Path.GetFileName(file), Regex.Unescape(match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)));
        }
    }

    private static Dictionary<string, string> Read(string language) =>
        XDocument.Load(Path.Combine(Sources.Web, "Resources", $"Text.{language}.resx")).Root!.Elements("data")
            .GroupBy(d => (string)d.Attribute("name")!).ToDictionary(g => g.Key, g => (string)g.First().Element("value")!);

    [GeneratedRegex("""\b(?:T|text|Text|localizer)\[\s*"((?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex Indexer();

    [GeneratedRegex("""\.Plural\(\s*"((?:[^"\\]|\\.)+)",""")]
    private static partial Regex PluralCall();

    [GeneratedRegex("""(?:ErrorMessage|Display\(Name)\s*=\s*"((?:[^"\\]|\\.)+)"[,)]""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""new RuleViolationException\(\s*"[^"]+",\s*"((?:[^"\\]|\\.)+)"[,)]""")]
    private static partial Regex Rule();

    // T[condition ? "one text" : "another"]
    [GeneratedRegex("""\b(?:T|text)\[(?!")[^"\]]*\?[^\]]*\]""")]
    private static partial Regex Choice();

    [GeneratedRegex(@"[?:]\s*""((?:[^""\\]|\\.)+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"=> ""([^""]+)""")]
    private static partial Regex Word();

    // Tag helpers localise these attributes themselves; a value with @ is already an expression.
    [GeneratedRegex("""<(?:field|select-field|check-field|date-field|file-field|text-area-field|radio-field|check-list-field)\b[^>]*?\b(?:hint|label|empty)="([^"@]+)" """)]
    private static partial Regex TagAttribute();
}
