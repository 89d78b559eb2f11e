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
            foreach (var (code, label, people) in None(result.None!, text))
                await Row([.. about, code, style.Csv.Text(label), Count(people), "", "", "", "", ""]);
        }
    }

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
