using System.Text.RegularExpressions;

namespace Cadran.Web.Files;

/// <summary>
/// A page as a file: its links start at the root of a server that a file does not have. A link around a fact leaves the fact;
/// a link that only leads elsewhere ("Set a target") goes.
/// </summary>
public static partial class WithoutLinks
{
    public static string Of(string html) => Link().Replace(html, link =>
        link.Groups["text"].Value.Contains("<b>", StringComparison.Ordinal) || link.Groups["attributes"].Value.Contains("class=\"plain\"", StringComparison.Ordinal)
            ? $"<span>{link.Groups["text"].Value}</span>" : "");

    [GeneratedRegex("""<a\s(?<attributes>[^>]*)>(?<text>.*?)</a>""", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
