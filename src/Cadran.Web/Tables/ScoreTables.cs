using System.Globalization;
using Cadran.Insight;
using Cadran.Questionnaires;
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
            Note = T["Score from 0 (worst answer) to 100 (best), with its 95% interval. A driver is the mean of its questions. Top two: share of the two best answers. Each row counts everybody who gave that rating."],
            Names = T["Rating"],
            Attributes = [("data-min", "0"), ("data-max", "100")],
            Columns = [new(T["Score"], "value"), new(T["95% interval"]), new(T["Answers"]), new(T["Top two, %"]), new(T["Not applicable"])],
            Rows = [.. Rows(wave).Select(row =>
            {
                (string name, string? language) = NumberText.Name(row.Text);
                return new ChartRow(name, language, [text.Score(row.Figures.Score), text.Interval(row.Figures.Score), NumberText.Number(row.Figures.N), text.Percent(row.Figures.TopTwo), NumberText.Number(row.Figures.NotApplicable)]);
            })],
        };
    }

    public static ChartTable? Distribution(WaveAnalysis wave, NumberText text)
    {
        var T = text.T;
        ItemWords[] items = [.. Asked(wave).Where(i => wave.Content.Find(i.Code) is not null)];
        if (items.Length == 0) return null;
        Question first = wave.Content.Find(items[0].Code)!;
        int points = WaveColumnsCount(first);
        items = [.. items.Where(i => WaveColumnsCount(wave.Content.Find(i.Code)!) == points && i.Figures.Suppressed is null)];
        if (items.Length == 0) return null;
        string[]? shared = SharedLabels([.. items.Select(i => wave.Content.Find(i.Code)!)], points);
        return new("distribution", "distribution", T["How people answered"], T["Share of each answer, from worst to best"])
        {
            Note = shared is null
                ? T["Share of those who gave a rating, %. Base: the number in the last column. The questions use different words: 1 is the lowest answer of each, {0} the highest.", points]
                : T["Share of those who gave a rating, %. Base: the number in the last column."],
            Names = T["Question"],
            Attributes = [("data-unit", "%")],
            Columns = [.. Enumerable.Range(1, points).Select(v => new ChartColumn(shared?[v - 1] ?? Position(v, points, text), "share")), new(T["Answers"])],
            Rows = [.. items.Select(item =>
            {
                (string name, string? language) = NumberText.Name(item.Text);
                return new ChartRow(name, language, [.. Enumerable.Range(1, points).Select(v => Cell(item.Figures, v, text)), NumberText.Number(item.Figures.N)]);
            })],
        };
    }

    public static ChartTable? Groups(WaveAnalysis wave, string by, NumberText text)
    {
        if (wave.Result.Groups.Count == 0 || wave.Overall is null) return null;
        var T = text.T;
        double? reference = wave.Overall.Figures.Score is { IsShown: true } all ? all.Estimate : null;
        return new("groups", "bars-interval", T["Overall score by group: {0}", text.By(by, wave.Content)], T["Overall score of each group with its interval"])
        {
            Note = T["The line is the score of everybody. A group of fewer than {0} people is withheld, and so is a second one when the first could be worked out from it.", DisclosurePolicy.MinimumPeople],
            Names = text.By(by, wave.Content),
            Attributes = [("data-min", "0"), ("data-max", "100"), .. reference is { } line ? [("data-reference", ChartTable.Number(line)), ("data-reference-label", T["Everybody"].Value)] : Array.Empty<(string, string)>()],
            Columns = [new(T["Score"], "value"), new(T["95% interval"]), new(T["Responses"]), new(T["Top two, %"]), .. wave.Drivers.Select(d => new ChartColumn(d.Name.In(Localization.Language)))],
            Rows = [.. wave.Result.Groups.Select(g => Row(g, by, wave, text))],
        };
    }

    private static ChartRow Row(GroupResult group, string by, WaveAnalysis wave, NumberText text)
    {
        string name = text.Group(by, group.Value, wave.Content);
        if (group.Suppressed is { } why)
            return new(name, null, [new(text.Reason(why), Suppressed: true), .. Enumerable.Repeat(new ChartCell(""), 3 + wave.Drivers.Count)]);
        ItemResult overall = group.Items[0];
        return new(name, null, [text.Score(overall.Score), text.Interval(overall.Score), NumberText.Number(group.N), text.Percent(overall.TopTwo),
            .. wave.Drivers.Select((_, j) => text.Score(group.Items[1 + j].Score) with { Low = null, High = null })]);
    }

    private static IEnumerable<ItemWords> Rows(WaveAnalysis wave) =>
        [.. wave.Overall is null ? Array.Empty<ItemWords>() : [wave.Overall], .. wave.Drivers.Select(d => new ItemWords(d.Name, d.Figures)), .. wave.Others];

    // Questions as asked: a driver of one question is that question.
    private static IEnumerable<ItemWords> Asked(WaveAnalysis wave) =>
        [.. wave.Overall is null ? Array.Empty<ItemWords>() : [wave.Overall],
         .. wave.Drivers.SelectMany(d => d.Items.Count > 0 ? d.Items : OneQuestion(wave, d)), .. wave.Others];

    private static IReadOnlyList<ItemWords> OneQuestion(WaveAnalysis wave, DriverRow driver) =>
        wave.Content.Drivers.FirstOrDefault(d => d.Code == driver.Code)?.Items[0] is { } question ? [new(question.Text, driver.Figures with { Code = question.Code })] : [];

    private static int WaveColumnsCount(Question question) => question.Options.Count > 0 ? question.Options.Count : 5;

    // One legend serves all questions only when they were answered in the same words.
    private static string[]? SharedLabels(IReadOnlyList<Question> questions, int points)
    {
        string[] words = Labels(questions[0]);
        return words.Length == points && words.All(w => w.Length > 0) && questions.All(q => Labels(q).SequenceEqual(words)) ? words : null;
    }

    private static string[] Labels(Question question) => [.. question.Options.Select(o => o.Label.In(Localization.Language))];

    private static string Position(int value, int points, NumberText text) =>
        value == 1 ? text.T["1 (lowest)"] : value == points ? text.T["{0} (highest)", points] : value.ToString(CultureInfo.CurrentCulture);

    private static ChartCell Cell(ItemResult figures, int value, NumberText text) =>
        figures.Distribution.FirstOrDefault(d => d.Value == value) is { } cell ? text.Percent(cell.Share) with { Low = null, High = null } : new("");
}
