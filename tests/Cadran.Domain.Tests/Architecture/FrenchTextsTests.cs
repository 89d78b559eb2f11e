using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cadran.Catalogue;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Architecture;

/// <summary>The French of the interface as it is written in its file: placeholders, plural forms and typography.</summary>
public sealed partial class FrenchTextsTests
{
    private const string Typography =
        "Narrow no-break space (U+202F) before ? ! ; , no-break space (U+00A0) before : and inside « », apostrophe ’";
    private static readonly string Resource = Path.Combine(Sources.Web, "Resources", "Text.fr.resx");
    private static readonly Dictionary<string, string> French = Read();

    [Fact]
    public void EveryQualityRule_HasItsFrench() =>
        Assert.All(QualityRules.All.SelectMany(r => new[] { r.Statement, r.Message, r.Remedy }),
            text => Assert.True(French.ContainsKey(text), text));

    [Fact]
    public void Translations_KeepThePlaceholders()
    {
        string[] wrong = [.. French.Where(t => !Placeholders(t.Key).SetEquals(Placeholders(t.Value))).Select(t => $"{t.Key} → {t.Value}")];
        Assert.Empty(wrong);
    }

    [Fact]
    public void Translations_KeepTheNumberOfPluralForms() =>
        Assert.Empty(French.Where(t => t.Key.Count(c => c == '|') != t.Value.Count(c => c == '|')).Select(t => t.Key));

    [Fact]
    public void French_FollowsItsTypography()
    {
        string[] wrong = [.. French.Values.Where(v => BadFrench().IsMatch(v))];
        Assert.True(wrong.Length == 0, $"{Typography}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Resource_HasEachKeyOnce()
    {
        var doubled = XDocument.Load(Resource).Root!.Elements("data")
            .GroupBy(d => (string)d.Attribute("name")!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(doubled);
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Read() =>
        XDocument.Load(Resource).Root!.Elements("data")
            .GroupBy(d => (string)d.Attribute("name")!).ToDictionary(g => g.Key, g => (string)g.First().Element("value")!);

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\u202F])[?!;](?![\w/=#])|(?<![\u00A0\d]):(?![/\d\w])|«(?!\u00A0)|(?<!\u00A0)»|\w'\w")]
    private static partial Regex BadFrench();
}
