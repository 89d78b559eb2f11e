using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Counts every closed question of a wave over everybody.</summary>
internal static class QuestionTabulation
{
    /// <param name="scores">The scores it is shown beside: a rating that they withhold is withheld.</param>
    /// <param name="before">What was shown last; null when nothing was.</param>
    /// <param name="held">Responses that are not in the table because they are held back; null when none is.</param>
    public static WaveQuestions Of(ResponseTable table, WaveScores scores, WaveQuestions? before, ResponseTable? held)
    {
        if (scores.Suppressed is not null) return WaveQuestions.None;
        var columns = QuestionColumn.All(table);
        var counts = new QuestionCounts(columns, table.Design, new CountedPeople(table.Design));
        var waiting = held is null ? null
            : new QuestionCounts(QuestionColumn.All(held), held.Design, new CountedPeople(held.Design));
        return new([.. columns.Select((column, k) => Of(column, k, counts, table, scores, before?.Find(column.Code),
            waiting is null ? null : CellBase.Of(waiting.Counted(k).Overall)))], MatrixFigures.Of(table, scores));
    }

    /// <summary>Answers to a choice that a few people gave are withheld with a second one; they are groups of people too.</summary>
    public static Suppression?[] Hidden(QuestionColumn column, Func<int, Domain> counted)
    {
        var policy = DisclosurePolicy.Published;
        int[] people = [.. QuestionFigures.Codes(column).Select((_, at) => QuestionFigures.Count(column, counted, at))];
        if (column.IsChoice) return policy.Cells([.. people.Select(n => new CellBase(n))]);
        if (column.Options.Count == 0) return new Suppression?[people.Length];
        var all = counted(-1).Respondents;
        return [.. people.Select(n => policy.Cells([new CellBase(n, n == all && all > 0), new CellBase(all - n)])[0])];
    }

    private static QuestionResult Of(QuestionColumn column, int k, QuestionCounts counts, ResponseTable table, WaveScores scores,
        QuestionResult? before, CellBase? held)
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
        // Enough must be left for what the closed wave says to be compared with.
        if (held is { } waiting && (waiting.People < DisclosurePolicy.MinimumPeople || waiting.Alike))
            return before ?? QuestionResult.Withheld(column.Code, DisclosurePolicy.Beside);
        var policy = DisclosurePolicy.Published;
        var why = policy.Alone(CellBase.Of(Counted(-1)))
            ?? (QuestionFigures.SaidNothingAlike(Counted(-1)) ? policy.Unanimous(NoAnswerCounts.Of(Counted(-1)).Total) : null);
        return why is not null ? QuestionResult.Withheld(column.Code, why)
            : QuestionFigures.Of(column, All, Hidden(column, Counted), counts.Design) with
            {
                Series = column.IsMeasured ? SeriesFigures.Of(column, counts.Design, Counted(-1).Respondents) : [],
            };
    }
}
