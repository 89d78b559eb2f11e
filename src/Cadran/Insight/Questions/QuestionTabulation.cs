using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Counts every closed question of a wave over everybody.</summary>
internal static class QuestionTabulation
{
    /// <param name="scores">The scores it is shown beside: a rating that they withhold is withheld.</param>
    /// <param name="before">What was shown last; null when nothing was.</param>
    public static WaveQuestions Of(ResponseTable table, WaveScores scores, WaveQuestions? before)
    {
        if (scores.Suppressed is not null) return WaveQuestions.None;
        var columns = QuestionColumn.All(table);
        var counts = new QuestionCounts(columns, table.Design, new CountedPeople(table.Design));
        return new([.. columns.Select((column, k) => Of(column, k, counts, table, scores, before?.Find(column.Code)))],
            MatrixFigures.Of(table, scores));
    }

    /// <summary>Answers to a choice that a few people gave are withheld with a second one; they are groups of people too.</summary>
    public static Suppression?[] Hidden(QuestionColumn column, Func<int, Domain> counted, QuestionResult? before)
    {
        var policy = DisclosurePolicy.Published;
        var codes = QuestionFigures.Codes(column);
        var people = codes.Select((code, at) => (Count: QuestionFigures.Count(column, counted, at), Shown: before?.Find(code)?.N)).ToArray();
        if (column.IsChoice) return policy.Cells([.. people.Select(p => new CellBase(p.Count, Shown: p.Shown))]);
        if (column.Options.Count == 0) return new Suppression?[codes.Count];
        var all = counted(-1).Respondents;
        return [.. people.Select(p => policy.Cells(
            [new CellBase(p.Count, p.Count == all && all > 0, p.Shown), new CellBase(all - p.Count, Shown: before?.N - p.Shown)])[0])];
    }

    private static QuestionResult Of(QuestionColumn column, int k, QuestionCounts counts, ResponseTable table, WaveScores scores,
        QuestionResult? before)
    {
        Domain All(int option) => counts.All(k, option).Overall;
        Domain Counted(int option) => counts.Counted(k, option).Overall;
        var n = All(-1).Respondents;
        if (column.Question.Scale is not null && RatingFigures.Of(column.Question, table.Content, scores) is { } item)
        {
            if (item.Suppressed is { } asThere) return QuestionResult.Withheld(column.Code, asThere);
            if (item.N != n) return before?.N == item.N ? before! : QuestionResult.Withheld(column.Code, DisclosurePolicy.Beside);
        }
        if (Growth.IsSmall(before?.N, n)) return before!;
        var policy = DisclosurePolicy.Published;
        var why = policy.Alone(CellBase.Of(Counted(-1)))
            ?? (QuestionFigures.SaidNothingAlike(Counted(-1)) ? policy.Unanimous(NoAnswerCounts.Of(Counted(-1)).Total) : null);
        return why is not null ? QuestionResult.Withheld(column.Code, why)
            : QuestionFigures.Of(column, All, Hidden(column, Counted, before), counts.Design);
    }
}
