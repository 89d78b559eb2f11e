using System.Globalization;
using Cadran.Catalogue;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>How figures about standards are written, on every page alike.</summary>
public static class StandardMarkup
{
    /// <summary>Met share, or why there is none.</summary>
    public static string Share(this IHtmlHelper html, StandardCounts counts, IStringLocalizer<Text> text) =>
        counts.Assessable >= StandardCounts.MinimumForShare ? ((double)counts.Met / counts.Assessable).ToString("P1", CultureInfo.CurrentCulture) : text["too few to say"];

    /// <summary>The two cells "met, %" and "interval" of a table, the first drawn by a chart.</summary>
    public static IHtmlContent ShareCells(this IHtmlHelper html, StandardCounts counts, IStringLocalizer<Text> text)
    {
        if (counts.Interval is not { } interval) return new HtmlContentBuilder().AppendHtml("<td class=\"num suppressed\" colspan=\"2\">").Append(text["fewer than {0}", StandardCounts.MinimumForShare].Value).AppendHtml("</td>");
        double share = 100.0 * counts.Met / counts.Assessable;
        var cell = new TagBuilder("td");
        cell.AddCssClass("num");
        cell.MergeAttributes(new Dictionary<string, string?> { ["data-as"] = "value", ["data-value"] = Invariant(share), ["data-low"] = Invariant(100 * interval.Lower), ["data-high"] = Invariant(100 * interval.Upper) });
        cell.InnerHtml.Append(share.ToString("N1", CultureInfo.CurrentCulture));
        return new HtmlContentBuilder().AppendHtml(cell).AppendHtml("<td class=\"num\">").Append($"{100 * interval.Lower:N1}–{100 * interval.Upper:N1}").AppendHtml("</td>");
    }

    public static string Target(this IHtmlHelper html, string? written) =>
        QualityCheck.Target(written) is { } target ? target.ToString(target * 100 == Math.Truncate(target * 100) ? "P0" : "P2", CultureInfo.CurrentCulture) : "–";

    public static IHtmlContent Outcome(this IHtmlHelper html, TargetMet met, bool flips, IStringLocalizer<Text> text)
    {
        (string css, string word) = met switch { TargetMet.Yes => ("good", "Met"), TargetMet.No => ("bad", "Missed"), _ => ("neutral", "Cannot be assessed") };
        HtmlContentBuilder outcome = Tag(css, text[word]);
        if (flips) outcome.AppendHtml(" ").AppendHtml(Tag("warn", text["depends on rounding"]));
        return outcome;
    }

    /// <summary>A probability as people can use it: never a certainty that no count of cases can give.</summary>
    public static string Probability(this IHtmlHelper html, double p) => p switch
    {
        < 0.001 => "< " + 0.001.ToString("P1", CultureInfo.CurrentCulture),
        > 0.999 => "> " + 0.999.ToString("P1", CultureInfo.CurrentCulture),
        _ => p.ToString("P1", CultureInfo.CurrentCulture),
    };

    private static HtmlContentBuilder Tag(string css, string word)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass("tag");
        tag.AddCssClass(css);
        tag.InnerHtml.Append(word);
        var content = new HtmlContentBuilder();
        content.AppendHtml(tag);
        return content;
    }

    private static string Invariant(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
