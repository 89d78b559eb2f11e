using Cadran.Insight;
using Cadran.Web.Charts;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>The tables of scores, answers and groups of a wave.</summary>
public static class ScoreTables
{
    public static ChartTable Scores(WaveAnalysis wave, NumberText text)
    {
        var T = text.T;
        return new("scores", "bars-interval", T["Scores"], T["Mean score of each rating with its interval"])
        {
            Note = Note(wave, text),
            Names = T["Rating"],
            Attributes = [("data-min", "0"), ("data-max", "100")],
            Columns = [new(T["Score"], "value"), new(T["95% interval"]), new(T["Answers"]), new(T["Top two, %"]), new(T["Not applicable"])],
            Rows = [.. Rows(wave).Select(row =>
            {
                (string name, string? language) = NumberText.Name(row.Text);
                return new ChartRow(name, language, [text.Score(row.Figures.Score), text.Interval(row.Figures.Score),
                    NumberText.Number(row.Figures.N), text.Percent(row.Figures.TopTwo), NumberText.Number(row.Figures.NotApplicable)]);
            })],
        };
    }

    public static ChartTable? Groups(WaveAnalysis wave, string by, NumberText text)
    {
        if (wave.Result.Groups.Count == 0 || wave.Overall is null) return null;
        var T = text.T;
        double? reference = wave.Overall.Figures.Score is { IsShown: true } all ? all.Estimate : null;
        return new("groups", "bars-interval", T["Overall score by group: {0}", text.By(by, wave.Content)],
            T["Overall score of each group with its interval"])
        {
            Note = T[
                "The line is the score of everybody. "
                    + "A group of fewer than {0} people is withheld, and so is a second one when the first could be worked out from it.",
                DisclosurePolicy.MinimumPeople],
            Names = text.By(by, wave.Content),
            Attributes = [("data-min", "0"), ("data-max", "100"), .. reference is { } line
                ? [("data-reference", ChartTable.Number(line)), ("data-reference-label", T["Everybody"].Value)]
                : Array.Empty<(string, string)>()],
            Columns = [new(T["Score"], "value"), new(T["95% interval"]), new(T["Responses"]), new(T["Top two, %"]),
                .. wave.Drivers.Select(d => new ChartColumn(d.Name.In(Localization.Language)))],
            Rows = [.. wave.Result.Groups.Select(g => Row(g, by, wave, text))],
        };
    }

    private static string Note(WaveAnalysis wave, NumberText text)
    {
        string note = text.T["Score from 0 (worst answer) to 100 (best), with its 95% interval. A driver is the mean of its questions. "
            + "Top two: share of the two best answers. Each row counts everybody who gave that rating."];
        return Rows(wave).All(r => r.Scale.Points > 2) ? note : $"{note} {text.T["On a scale of two points, of the best answer alone."]}";
    }

    private static ChartRow Row(GroupResult group, string by, WaveAnalysis wave, NumberText text)
    {
        string name = text.Group(by, group.Value, wave.Content);
        if (group.Suppressed is { } why)
            return new(name, null, [new(text.Reason(why), Suppressed: true),
                .. Enumerable.Repeat(new ChartCell(""), 3 + wave.Drivers.Count)]);
        ItemResult overall = group.Items[0];
        return new(name, null, [text.Score(overall.Score), text.Interval(overall.Score), NumberText.Number(group.N),
            text.Percent(overall.TopTwo),
            .. wave.Drivers.Select((_, j) => text.Score(group.Items[1 + j].Score) with { Low = null, High = null })]);
    }

    private static IEnumerable<ItemWords> Rows(WaveAnalysis wave) =>
        [.. wave.Overall is null ? Array.Empty<ItemWords>() : [wave.Overall],
            .. wave.Drivers.Select(d => new ItemWords(d.Name, d.Figures, d.Scale)), .. wave.Others];
}
