using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>Each closed question by the answers to another one: a row a group, a column an answer.</summary>
public static class SplitTables
{
    public static IEnumerable<ChartTable> Of(QuestionnaireContent content, WaveSplit split, NumberText text)
    {
        var own = Splits.Question(content, split.By)?.Question.Code;
        return split.Groups.Count == 0 ? []
            : content.Questions.Where(q => q.Code != own && split.Groups.Any(g => g.Questions.Any(r => r.Code == q.Code)))
                .Select(q => Of(q, content, split, text));
    }

    private static ChartTable Of(Question question, QuestionnaireContent content, WaveSplit split, NumberText text)
    {
        var T = text.T;
        QuestionOption[] answers = [.. question.Kind.Options(question)];
        // The drawing goes from worst to best, whichever way the numbers run.
        if (question.Scale is { Reversed: true }) Array.Reverse(answers);
        (string title, _) = NumberText.Name(question.Text);
        return new("by-" + question.Code, question.Kind.TakesSeveral ? "" : "distribution", title,
            T["Share of each answer in each group"])
        {
            Note = T["Share of those of the group who answered, %. Base: the number in the last column."],
            Names = text.By(split.By, content),
            IsReproducible = false,
            Attributes = [("data-unit", "%")],
            Columns =
            [
                .. answers.Select(a => new ChartColumn(NumberText.Name(NumberText.Label(question, a.Code)).Name, "share")),
                new(T["Answers"]),
            ],
            Rows = [.. split.Groups.Select(g =>
                new ChartRow(text.Group(split.By, g.Value, content), null, Cells(g, question, answers, text)))],
        };
    }

    private static IReadOnlyList<ChartCell> Cells(SplitGroup group, Question question, QuestionOption[] answers, NumberText text)
    {
        var result = group.Questions.FirstOrDefault(r => r.Code == question.Code);
        if ((group.Suppressed ?? result?.Suppressed) is { } why)
            return [new(text.Reason(why), Suppressed: true), .. Enumerable.Repeat(new ChartCell(""), answers.Length)];
        return [.. answers.Select(a => Cell(result!.Find(a.Code)!, text)), NumberText.Number(result!.N)];
    }

    // A reason in each cell would make the table unreadable: the word says it, the page why.
    private static ChartCell Cell(AnswerResult answer, NumberText text) => answer.N is null
        ? new(text.T["(withheld)"], Suppressed: true)
        : text.Percent(answer.Share) with { Low = null, High = null };
}
