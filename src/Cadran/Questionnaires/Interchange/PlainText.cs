using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Cadran.Questionnaires;

/// <summary>
/// Texts of other tools hold HTML. People here read plain text: paragraphs and lists keep their lines, links their address, and whatever
/// could run, load or hide is gone.
/// </summary>
internal sealed partial class PlainText
{
    private const int DeepestMarkup = 100, LongestText = 200_000, MostTags = 2_000;
    private static readonly HtmlParser Parser = new();

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "head", "title", "meta", "link",
            "canvas" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "pre", "section", "article", "hr",
        "header", "footer", "figure", "fieldset", "form", "address", "center", "dl", "dt", "dd", "li",
    };

    private readonly StringBuilder text = new();

    private PlainText() { }

    public string Text { get; private set; } = "";

    /// <summary>It looked other than plain: bold, coloured, in columns.</summary>
    public bool HadMarkup { get; private set; }

    /// <summary>It showed pictures, sounds, films or other pages, which are gone.</summary>
    public bool HadMedia { get; private set; }

    /// <summary>It brought a program, which is gone.</summary>
    public bool HadProgram { get; private set; }

    public static PlainText Of(string raw)
    {
        var plain = new PlainText();
        if (raw.Length > LongestText) raw = raw[..LongestText];
        // Nobody writes so many; a tree of them would be deeper than can be walked.
        if (raw.Count(c => c == '<') > MostTags)
        {
            plain.HadMarkup = true;
            plain.text.Append(Tags().Replace(raw, " "));
        }
        else if (Markup().IsMatch(raw))
        {
            using var document = Parser.ParseDocument("<body>" + raw);
            if (document.Body is { } body) plain.Walk(body, 0);
        }
        else plain.text.Append(raw);
        plain.Text = Tidied(plain.text.ToString());
        return plain;
    }

    private void Walk(INode parent, int depth)
    {
        if (depth > DeepestMarkup)
        {
            text.Append(Spaces().Replace(parent.TextContent, " "));
            return;
        }
        foreach (INode node in parent.ChildNodes)
            if (node is IText words) text.Append(Spaces().Replace(words.Data, " "));
            else if (node is IElement element) Write(element, depth);
    }

    private void Write(IElement element, int depth)
    {
        string name = element.LocalName;
        HadMarkup |= name is not ("p" or "br" or "div" or "span");
        HadProgram |= name is "script" || element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        HadMedia |= name is "img" or "audio" or "video" or "iframe" or "object" or "embed" or "svg" or "picture" or "canvas";
        if (Dropped.Contains(name)) return;
        switch (name)
        {
            case "br":
                text.Append('\n');
                return;
            case "img":
                if (element.GetAttribute("alt") is { Length: > 0 } said) text.Append(said);
                return;
            case "td" or "th" when element.PreviousElementSibling is not null:
                text.Append(" | ");
                break;
        }
        if (Blocks.Contains(name)) BeginLine();
        if (name == "li") text.Append("- ");
        Walk(element, depth + 1);
        if (name == "a" && element.GetAttribute("href") is { } address && Address().IsMatch(address)
            && !element.TextContent.Contains(address, StringComparison.OrdinalIgnoreCase))
            text.Append(" (").Append(address.Trim()).Append(')');
        if (Blocks.Contains(name)) text.Append(name is "p" or "ul" or "ol" or "table" ? "\n\n" : "\n");
    }

    private void BeginLine()
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] == ' ') end--;
        text.Length = end;
        if (end > 0 && text[end - 1] != '\n') text.Append('\n');
    }

    /// <summary>Lines without spaces at their ends, at most one empty line in a row, and no control characters.</summary>
    private static string Tidied(string text)
    {
        string clean = CommentKind.Clean(text.Replace('\u00A0', ' ').Replace("\u200B", "", StringComparison.Ordinal));
        string lines = string.Join('\n', clean.Split('\n').Select(line => line.Trim(' ', '\t')));
        return EmptyLines().Replace(lines, "\n\n").Trim();
    }

    [GeneratedRegex(@"</?[a-zA-Z!][^<]*>|<[a-zA-Z!/]|&(#\w{1,8}|[A-Za-z]\w{1,30});")]
    private static partial Regex Markup();

    [GeneratedRegex(@"<[^<>]*>?")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"^\s*(https?://|mailto:)[^\s""'<>]{1,500}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
