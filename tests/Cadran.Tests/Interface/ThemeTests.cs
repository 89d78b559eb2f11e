using System.Globalization;
using System.Text.RegularExpressions;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>
/// WCAG 2.2 contrast of the theme, computed from the tokens: 1.4.3 (text, 4.5 : 1) and 1.4.11 (controls, 3 : 1), light and dark.
/// </summary>
public sealed partial class ThemeTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Sources.Web, "Assets", "css", "tokens.css"));

    public static TheoryData<string, string, double> Pairs => new()
    {
        { "ink", "paper", 4.5 }, { "ink", "card", 4.5 }, { "ink", "raised", 4.5 }, { "muted", "paper", 4.5 }, { "muted", "card", 4.5 },
        { "muted", "raised", 4.5 },
        { "accent", "paper", 4.5 }, { "accent", "card", 4.5 }, { "accent-strong", "accent-soft", 4.5 }, { "on-accent", "accent", 4.5 },
        { "ink", "accent-soft", 4.5 }, { "ink", "warn-soft", 4.5 }, { "muted", "warn-soft", 4.5 },
        { "warn", "card", 4.5 }, { "warn", "warn-soft", 4.5 }, { "good", "good-soft", 4.5 }, { "ink", "good-soft", 4.5 },
        { "bad", "paper", 4.5 }, { "bad", "card", 4.5 }, { "bad", "bad-soft", 4.5 }, { "card", "bad", 4.5 }, { "bar-text", "bar", 4.5 },
        { "edge", "card", 3 }, { "edge", "paper", 3 }, { "bar-mark", "bar", 3 },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Contrast_IsEnough_InLightAndDark(string text, string ground, double least)
    {
        var (light, dark) = (Tokens("light"), Tokens("dark"));
        Assert.InRange(Ratio(light[text], light[ground]), least, 21);
        Assert.InRange(Ratio(dark[text], dark[ground]), least, 21);
    }

    [Theory, InlineData(":root:not([data-color-scheme=light])"), InlineData(":root[data-color-scheme=dark]")]
    public void EachWayIntoTheDark_TurnsEveryColour(string way) =>
        Assert.Contains(way + " { color-scheme: dark; --light: ; --dark: initial; }", Css);

    [Theory, InlineData("#000000", "#ffffff", 21), InlineData("#777777", "#ffffff", 4.478)]
    public void Ratio_MatchesPublishedValues(string a, string b, double published) => Assert.Equal(published, Ratio(a, b), 0.001);

    // "--name: var(--light, #fff) var(--dark, #000);" or one colour for both.
    private static Dictionary<string, string> Tokens(string scheme) =>
        Token().Matches(Css[..Css.IndexOf("@media", StringComparison.Ordinal)])
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups[m.Groups["both"].Success ? "both" : scheme].Value);

    private static double Ratio(string a, string b)
    {
        double[] both = [Luminance(a), Luminance(b)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        string hex = colour.Length == 4 ? string.Concat(colour.Skip(1).Select(c => $"{c}{c}")) : colour[1..];
        double[] linear = [.. Enumerable.Range(0, 3)
            .Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    [GeneratedRegex(
        @"--(?<name>[a-z-]+): "
            + @"(?:var\(--light, (?<light>#[0-9a-f]{3,6})\) var\(--dark, (?<dark>#[0-9a-f]{3,6})\)|(?<both>#[0-9a-f]{3,6}));")]
    private static partial Regex Token();
}
