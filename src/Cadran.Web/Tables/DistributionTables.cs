using System.Globalization;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>How people answered each question of a wave: a table for the questions of each scale, from worst to best.</summary>
public static class DistributionTables
{
    public static IEnumerable<ChartTable> Of(WaveAnalysis wave, NumberText text)
    {
        var scales = Asked(wave).Where(i => i.Item.Figures.Suppressed is null)
            .GroupBy(i => (i.Item.Scale.Lowest, i.Item.Scale.Points, i.Item.Scale.Reversed)).ToList();
        return scales.Select((same, place) => Of([.. same], place, scales.Count, text));
    }

    private static ChartTable Of(List<(ItemWords Item, Question Question)> items, int place, int scales, NumberText text)
    {
        var T = text.T;
        RatingScale scale = items[0].Question.Scale!;
        string[]? shared = SharedLabels([.. items.Select(i => i.Question.Scale!)]);
        string key = place == 0 ? "distribution" : $"distribution-{place + 1}";
        string title = scales == 1 ? T["How people answered"] : T["How people answered, {0} to {1}", scale.Lowest, scale.Highest];
        string note = T["Share of those who gave a rating, %. Base: the number in the last column."];
        return new(key, "distribution", title, T["Share of each answer, from worst to best"])
        {
            Note = shared is not null ? note : $"{note} {Ends(scale, text)}",
            Names = T["Question"],
            Attributes = [("data-unit", "%")],
            Columns =
            [
                .. scale.FromWorst.Select((v, at) => new ChartColumn(shared?[at] ?? Position(v, scale, text), "share")),
                new(T["Answers"]),
            ],
            Rows = [.. items.Select(i => Row(i.Item, scale, text))],
        };
    }

    private static ChartRow Row(ItemWords item, RatingScale scale, NumberText text)
    {
        (string name, string? language) = NumberText.Name(item.Text);
        var shares = scale.FromWorst.Select((_, at) => Cell(item.Figures, scale.Lowest + at, text));
        return new(name, language, [.. shares, NumberText.Number(item.Figures.N)]);
    }

    private static string Ends(RatingScale scale, NumberText text) => scale.Reversed
        ? text.T["The questions use different words: {0} is the worst answer of each, {1} the best.", scale.Highest, scale.Lowest]
        : text.T["The questions use different words: {0} is the lowest answer of each, {1} the highest.", scale.Lowest, scale.Highest];

    // Questions as asked: a driver of one question is that question.
    private static IEnumerable<(ItemWords Item, Question Question)> Asked(WaveAnalysis wave) =>
        from item in (IEnumerable<ItemWords>)
        [
            .. wave.Overall is null ? Array.Empty<ItemWords>() : [wave.Overall],
            .. wave.Drivers.SelectMany(d => d.Items.Count > 0 ? d.Items : OneQuestion(wave, d)), .. wave.Others,
        ]
        let question = wave.Content.Find(item.Code)
        where question is not null
        select (item, question);

    private static IReadOnlyList<ItemWords> OneQuestion(WaveAnalysis wave, DriverRow driver) =>
        wave.Content.Drivers.FirstOrDefault(d => d.Code == driver.Code)?.Items[0] is { } question
            ? [new(question.Text, driver.Figures with { Code = question.Code }, driver.Scale)] : [];

    // One legend serves all questions only when they were answered in the same words.
    private static string[]? SharedLabels(IReadOnlyList<RatingScale> scales)
    {
        string[] words = Labels(scales[0]);
        return words.All(w => w.Length > 0) && scales.All(s => Labels(s).SequenceEqual(words)) ? words : null;
    }

    private static string[] Labels(RatingScale scale) => [.. scale.FromWorst.Select(v => scale.LabelOf(v).In(Localization.Language))];

    private static string Position(int value, RatingScale scale, NumberText text)
    {
        string number = value.ToString(CultureInfo.CurrentCulture);
        if (scale.Reversed)
            return value == scale.Highest ? text.T["{0} (worst)", number] : value == scale.Lowest ? text.T["{0} (best)", number] : number;
        return value == scale.Lowest ? text.T["{0} (lowest)", number] : value == scale.Highest ? text.T["{0} (highest)", number] : number;
    }

    // Figures count from worst to best, whichever way the numbers of the scale run.
    private static ChartCell Cell(ItemResult figures, int rating, NumberText text) =>
        figures.Distribution.FirstOrDefault(d => d.Value == rating) is { } cell
            ? text.Percent(cell.Share) with { Low = null, High = null } : new("");
}
