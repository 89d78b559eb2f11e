using System.Globalization;
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
        counts.Assessable < StandardCounts.MinimumForShare ? text["too few to say"]
        : ((double)counts.Met / counts.Assessable).ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>The two cells "met, %" and "interval" of a table, the first drawn by a chart.</summary>
    public static IHtmlContent ShareCells(this IHtmlHelper html, StandardCounts counts, IStringLocalizer<Text> text)
    {
        var content = new HtmlContentBuilder();
        if (counts.Interval is not { } interval)
            return content.AppendHtml("<td class=\"num suppressed\" colspan=\"2\">")
                .Append(text["fewer than {0}", StandardCounts.MinimumForShare].Value).AppendHtml("</td>");
        double share = 100.0 * counts.Met / counts.Assessable;
        var cell = new TagBuilder("td");
        cell.AddCssClass("num");
        cell.MergeAttributes(new Dictionary<string, string?>
        {
            ["data-as"] = "value",
            ["data-value"] = Invariant(share),
            ["data-low"] = Invariant(100 * interval.Lower),
            ["data-high"] = Invariant(100 * interval.Upper),
        });
        cell.InnerHtml.Append(NumberText.One(share));
        return content.AppendHtml(cell)
            .AppendHtml("<td class=\"num\">").Append($"{100 * interval.Lower:N1}–{100 * interval.Upper:N1}").AppendHtml("</td>");
    }

    public static string Target(this IHtmlHelper html, StandardTarget? target) => target is not { Share: var share } ? "–"
        : share.ToString(share * 100 == Math.Truncate(share * 100) ? "P0" : "P2", CultureInfo.CurrentCulture);

    /// <summary>Performance in percent, with the decimals that decide where rounding does.</summary>
    public static string Performance(this IHtmlHelper html, StandardAssessment standard) =>
        standard.Performance?.ToString(standard.DependsOnRule ? "P4" : "P1", CultureInfo.CurrentCulture) ?? "–";

    public static IHtmlContent Outcome(this IHtmlHelper html, TargetMet met, IStringLocalizer<Text> text)
    {
        (string css, string word) = met switch
        {
            TargetMet.Yes => ("good", text["Met"].Value),
            TargetMet.No => ("bad", text["Missed"].Value),
            _ => ("neutral", text["Cannot be assessed"].Value),
        };
        return StateMarkup.Tag(word, css);
    }

    /// <summary>A probability as people can use it: never a certainty that no count of cases can give.</summary>
    public static string Probability(this IHtmlHelper html, double p) => p switch
    {
        < 0.001 => "< " + 0.001.ToString("P1", CultureInfo.CurrentCulture),
        > 0.999 => "> " + 0.999.ToString("P1", CultureInfo.CurrentCulture),
        _ => p.ToString("P1", CultureInfo.CurrentCulture),
    };

    private static string Invariant(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
