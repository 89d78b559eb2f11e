using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>What people measured, put in order or shared out: a table for each such question, and how many would recommend.</summary>
public static class SeriesTables
{
    public static IEnumerable<ChartTable> Of(QuestionnaireContent content, WaveQuestions questions, NumberText text)
    {
        if (Recommendations(content, questions, text) is { } recommendations) yield return recommendations;
        foreach (QuestionResult result in questions.Questions)
            if (content.Find(result.Code) is { } question && question.Kind.Series(question) is { Count: > 0 } series)
                yield return Table(question, series, result, text);
    }

    private static ChartTable? Recommendations(QuestionnaireContent content, WaveQuestions questions, NumberText text)
    {
        var T = text.T;
        var asked = questions.Questions.Where(q => content.Find(q.Code) is { Kind: RecommendKind }).ToList();
        return asked.Count == 0 ? null : new("recommendation", "", T["Recommendation (net promoter score)"], "")
        {
            Note = T["Share of those who answered 9 or 10 less the share of those who answered 0 to 6, in points from −100 to 100."],
            Names = T["Question"],
            IsReproducible = false,
            Columns = [new(T["Net promoter score"]), new(T["95% interval"]), new(T["Answers"])],
            Rows = [.. asked.Select(result =>
            {
                (string name, string? language) = NumberText.Name(content.Find(result.Code)!.Text);
                return new ChartRow(name, language, result.Recommendation is { IsShown: true } points
                    ? [new(NumberText.One(100 * points.Estimate), 100 * points.Estimate),
                        new(text.Between(100 * points.Low, 100 * points.High)), NumberText.Number(result.N)]
                    : [new(text.Reason(result.Suppressed ?? result.Recommendation!.Suppressed!), Suppressed: true), new(""),
                        NumberText.Number(result.N)]);
            })],
        };
    }

    private static ChartTable Table(Question question, IReadOnlyList<NumberSeries> series, QuestionResult result, NumberText text)
    {
        var T = text.T;
        bool ranked = series[0].As == SeriesSummary.Rank;
        return new("question-" + question.Code, "", NumberText.Name(question.Text).Name, "")
        {
            Note = Note(question, series[0].As, result, text),
            Names = T["What was measured"],
            IsReproducible = false,
            Columns = ranked
                ? [new(T["Mean place"]), new(T["95% interval"]), new(T["Put first, %"]), new(T["95% interval, %"]), new(T["Answers"])]
                : [new(T["Mean or share"]), new(T["95% interval"]), new(T["Median"]), new(T["Interval of the median"]),
                    new(T["Middle half"]), new(T["Answers"])],
            Rows = result.Suppressed is { } why ? [new(T["All answers"], null, Withheld(why, ranked ? 5 : 6, text))]
                : [.. series.Select(s => Row(question, s, result.FindSeries(s.Part), text))],
        };
    }

    private static ChartRow Row(Question question, NumberSeries series, SeriesResult? told, NumberText text)
    {
        (string name, string? language) = NumberText.Name(series.Label == LocalText.Empty ? question.Text : series.Label);
        bool ranked = series.As == SeriesSummary.Rank, days = series.As == SeriesSummary.Day, share = series.As == SeriesSummary.Share;
        if (told is null) return new(name, language, [.. Enumerable.Repeat(new ChartCell("–"), ranked ? 5 : 6)]);
        if (told.Suppressed is { } why) return new(name, language, Withheld(why, ranked ? 5 : 6, text));
        ChartCell mean = told.Mean is not { } m ? new("–") : share ? text.Percent(m)
            : m.IsShown ? new(NumberText.Two(m.Estimate), m.Estimate) : new(text.Reason(m.Suppressed!), Suppressed: true);
        ChartCell interval = told.Mean is not { IsShown: true } i ? new("–") : share ? text.PercentInterval(i)
            : new(text.T["{0} to {1}", NumberText.Two(i.Low), NumberText.Two(i.High)]);
        return new(name, language, ranked
            ? [mean, interval, told.First is { } first ? text.Percent(first) : new("–"),
                told.First is { } f ? text.PercentInterval(f) : new("–"), NumberText.Number(told.N)]
            : [mean, interval, new(Value(told.Median)), Between(told.MedianLow, told.MedianHigh),
                Between(told.LowerQuarter, told.UpperQuarter), NumberText.Number(told.N)]);

        string Value(double? value) => value is not { } v ? "–"
            : days ? DateOnly.FromDayNumber((int)v).Long() : v.ToString("#,0.######", System.Globalization.CultureInfo.CurrentCulture);
        ChartCell Between(double? low, double? high) =>
            low is null || high is null ? new("–") : new(text.T["{0} to {1}", Value(low), Value(high)]);
    }

    private static IReadOnlyList<ChartCell> Withheld(Statistics.Suppression why, int cells, NumberText text) =>
        [new(text.Reason(why), Suppressed: true), .. Enumerable.Repeat(new ChartCell(""), cells - 1)];

    private static string Note(Question question, SeriesSummary summary, QuestionResult result, NumberText text)
    {
        var T = text.T;
        string what = summary switch
        {
            SeriesSummary.Rank => T["Mean place among those who gave it one, 1 being the first, and the share of people who put it first."],
            SeriesSummary.PartOfSum => T["Mean part of a total of {0}; what somebody left empty counts as 0.", SumKind.TotalOf(question)],
            SeriesSummary.Count => T["How many people sent it. What each sent is not shown."],
            _ => T["Smallest and largest are not told: each is one person’s. Half of the people lie in the middle half. "
                + "Medians and the middle half are rounded, and shown where enough people lie on either side."],
        };
        if (question.Kind is DurationKind)
            what = T["In {0}.", DurationKind.NameOf(question.TimeUnit).In(Localization.Language)] + " " + what;
        else if (question.Unit != LocalText.Empty) what = T["In {0}.", question.Unit.In(Localization.Language)] + " " + what;
        return result.None is { Total: > 0 } none
            ? what + " " + T.Plural("{0} person gave no answer.|{0} people gave no answer.", none.Total) : what;
    }
}
