using Cadran.Insight;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>The changes between two waves as a table, with what each means in words.</summary>
public static class ChangeTable
{
    public static ChartTable Of(WaveChange change, NumberText text)
    {
        var T = text.T;
        return new("changes", "bars-interval", T["What changed"], T["Change of each score with its interval"])
        {
            Note = T[
                "Change in points of the 0 to 100 score, computed before rounding, with its 95% interval. "
                    + "p: chance of a difference at least this large if nothing had changed; "
                    + "q: the same, corrected for the {0} changes on this page beside the overall score (Benjamini–Hochberg). "
                    + "Detectable: the smallest true change these two waves would find four times in five.",
                change.Adjusted],
            Names = T["Rating"],
            Attributes = [("data-reference", "0"), ("data-reference-label", T["No change"]),
                ("data-min", ChartTable.Number(-Reach(change))), ("data-max", ChartTable.Number(Reach(change)))],
            Columns = [new(T["Before"]), new(T["After"]), new(T["Change, points"], "value"), new(T["95% interval"]), new("p"), new("q"),
                new(T["Detectable"]), new(T["What it means"], IsText: true)],
            Rows = [.. change.Items.Select(item => Row(item, text))],
        };
    }

    // The axis reaches as far on either side of no change.
    private static double Reach(WaveChange change) =>
        Math.Max(5, 5 * Math.Ceiling(change.Items.Where(i => double.IsFinite(i.Change.Difference.Margin))
            .Select(i => Math.Max(Math.Abs(i.Change.Difference.Low), Math.Abs(i.Change.Difference.High))).DefaultIfEmpty(0).Max() / 5));

    private static ChartRow Row(ItemChange item, NumberText text)
    {
        (string name, string? language) = NumberText.Name(item.Name);
        ChangeResult c = item.Change;
        ChartCell before = text.Score(item.From.Score) with { Low = null, High = null },
            after = text.Score(item.To.Score) with { Low = null, High = null };
        if (!c.Difference.IsShown) return new(name, language,
            [before, after, new(text.Reason(c.Difference.Suppressed!), Suppressed: true), new(""), new(""), new(""), new(""), new("")]);
        return new(name, language,
        [
            before, after,
            new(NumberText.Signed(c.Difference.Estimate), c.Difference.Estimate, Finite(c.Difference.Low), Finite(c.Difference.High)),
            new(double.IsFinite(c.Difference.Margin)
                ? text.T["{0} to {1}", NumberText.Signed(c.Difference.Low), NumberText.Signed(c.Difference.High)] : "–"),
            new(text.Probability(c.P), c.P), new(text.Probability(c.Q), c.Q),
            new(NumberText.One(c.MinimumDetectable), c.MinimumDetectable),
            new(text.T[ChangeWords.Of(c.AmongAll())]),
        ]);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>One sentence on the overall score that a manager can act on.</summary>
    public static string Headline(ItemChange overall, string from, string to, NumberText text)
    {
        ChangeResult c = overall.Change;
        string points = NumberText.One(Math.Abs(c.Difference.Estimate));
        return c.AmongAll() switch
        {
            ChangeVerdict.Gain =>
                text.T["Overall satisfaction rose by {0} points from {1} to {2} (95% interval {3} to {4}).", points, from, to,
                NumberText.Signed(c.Difference.Low), NumberText.Signed(c.Difference.High)],
            ChangeVerdict.Loss =>
                text.T["Overall satisfaction fell by {0} points from {1} to {2} (95% interval {3} to {4}).", points, from, to,
                NumberText.Signed(c.Difference.Low), NumberText.Signed(c.Difference.High)],
            ChangeVerdict.Withheld => text.T["Too few answers in one of the waves to say whether satisfaction changed."],
            ChangeVerdict.NoMargin =>
                text.T[
                    "Overall satisfaction moved by {0} points from {1} to {2}. "
                        + "There is no margin to judge it by: nobody differed within the waves, or everybody was asked.",
                    NumberText.Signed(c.Difference.Estimate), from, to],
            _ => text.T[
                "The margin does not decide whether overall satisfaction changed: "
                    + "the true change lies anywhere between {0} and {1} points. "
                    + "These waves would have found a true change of {2} points four times in five.",
                NumberText.Signed(c.Difference.Low), NumberText.Signed(c.Difference.High), NumberText.One(c.MinimumDetectable)],
        };
    }
}
