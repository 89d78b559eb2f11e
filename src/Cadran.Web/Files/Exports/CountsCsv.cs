using System.Globalization;
using System.Text;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Counts of every closed question as published: a row for each answer and for each kind of no answer.</summary>
public static class CountsCsv
{
    public static async Task WriteAsync(
        Stream to, WaveFileSubject of, WaveFileStyle style, IStringLocalizer<Text> text, CancellationToken ct)
    {
        await using var csv = new StreamWriter(to, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        Task Row(params string[] cells) => csv.WriteLineAsync(string.Join(style.Csv.Separator, cells).AsMemory(), ct);
        await Row("question", "text", "answer", "label", "people", "share", "low", "high", "base", "note");
        foreach (QuestionResult result in of.Questions.Questions)
        {
            Question question = of.Analysis.Content.Find(result.Code)!;
            string[] about = [style.Csv.Text(question.Code), style.Csv.Text(question.Text.In(style.Language))];
            if (result.Suppressed is { } why)
            {
                await Row([.. about, "", "", "", "", "", "", "", style.Csv.Text(SuppressionText.Of(why))]);
                continue;
            }
            foreach (AnswerResult answer in result.Answers)
                await Row([.. about, style.Csv.Text(answer.Code),
                    style.Csv.Text(NumberText.Label(question, answer.Code).In(style.Language)),
                    Count(answer.N), style.Csv.Number(answer.Share.Estimate), style.Csv.Number(answer.Share.Low),
                    style.Csv.Number(answer.Share.High), Count(result.N),
                    answer.N is null && answer.Share.Suppressed is { } hidden ? style.Csv.Text(SuppressionText.Of(hidden)) : ""]);
            foreach (NumberSeries series in question.Kind.Series(question))
                if (result.FindSeries(series.Part) is { } told)
                    foreach (string[] figure in Figures(told, series, style)) await Row([.. about, .. figure]);
            if (result.Recommendation is { IsShown: true } points)
                await Row([.. about, "net-promoter-score", "", "", .. Interval(points, style), Count(result.N), ""]);
            foreach (var (code, label, people) in None(result.None!, text))
                await Row([.. about, code, style.Csv.Text(label), Count(people), "", "", "", "", ""]);
        }
    }

    /// <summary>A row for each figure of measurements, its name behind the part that was measured.</summary>
    private static IEnumerable<string[]> Figures(SeriesResult told, NumberSeries series, WaveFileStyle style)
    {
        string part = told.Part.Length == 0 ? "" : told.Part + ":", label = style.Csv.Text(series.Label.In(style.Language));
        if (told.Suppressed is { } why)
        {
            yield return [style.Csv.Text(part + "mean"), label, "", "", "", "", "", style.Csv.Text(SuppressionText.Of(why))];
            yield break;
        }
        if (told.Mean is { IsShown: true } mean) yield return Row("mean", Interval(mean, style));
        if (told.Median is { } median) yield return Row("median", [Number(median), Number(told.MedianLow), Number(told.MedianHigh)]);
        if (told.LowerQuarter is { } lower) yield return Row("lower-quarter", [Number(lower), "", ""]);
        if (told.UpperQuarter is { } upper) yield return Row("upper-quarter", [Number(upper), "", ""]);
        if (told.First is { IsShown: true } first) yield return Row("first", Interval(first, style));
        if (series.As == SeriesSummary.Count) yield return [part + "people", label, Count(told.N), "", "", "", Count(told.N), ""];

        string[] Row(string figure, string[] values) => [style.Csv.Text(part + figure), label, "", .. values, Count(told.N), ""];
        string Number(double? value) => value is not { } v ? ""
            : series.As == SeriesSummary.Day ? DateOnly.FromDayNumber((int)v).ToString("O", CultureInfo.InvariantCulture)
            : style.Csv.Number(v);
    }

    private static string[] Interval(PublishedNumber number, WaveFileStyle style) =>
        [style.Csv.Number(number.Estimate), style.Csv.Number(number.Low), style.Csv.Number(number.High)];

    private static IEnumerable<(string Code, string Label, int People)> None(NoAnswerCounts none, IStringLocalizer<Text> text) =>
    [
        (NoValueCode.NotApplicable.Code, text[NoValueCode.NotApplicable.Means], none.NotApplicable),
        (NoValueCode.DontKnow.Code, text[NoValueCode.DontKnow.Means], none.DontKnow),
        (NoValueCode.Refused.Code, text[NoValueCode.Refused.Means], none.Refused),
        (NoValueCode.NotAsked.Code, text[NoValueCode.NotAsked.Means], none.NotAsked),
        ("", text["Left out"], none.Missing),
    ];

    private static string Count(int? people) => people?.ToString(CultureInfo.InvariantCulture) ?? "";
}
