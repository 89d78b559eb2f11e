using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// Scores of the twelve cells and seven margins: the mean of the published scores of the ratings in each, so that nothing is told that they
/// do not tell. Its error counts that the same people gave several of them.
/// </summary>
internal static class MatrixFigures
{
    private static readonly Phase[] Phases = [.. Enum.GetValues<Phase>().Where(p => p != Phase.None)];
    private static readonly Orientation[] Orientations = [.. Enum.GetValues<Orientation>().Where(o => o != Orientation.None)];

    public static IReadOnlyList<MatrixScore> Of(ResponseTable table, WaveScores scores)
    {
        Question[] placed =
            [.. table.Content.Questions.Where(q => q.Scale is not null && (q.Phase != Phase.None || q.Orientation != Orientation.None))];
        if (placed.Length == 0) return [];
        return
        [
            .. from phase in Phases.Append(Phase.None)
               from orientation in Orientations.Append(Orientation.None)
               where phase != Phase.None || orientation != Orientation.None
               select Cell(phase, orientation, [.. placed.Where(q => (phase == Phase.None || q.Phase == phase)
                   && (orientation == Orientation.None || q.Orientation == orientation))], table, scores),
        ];
    }

    private static MatrixScore Cell(Phase phase, Orientation orientation, Question[] asked, ResponseTable table, WaveScores scores)
    {
        if (asked.Length == 0) return new(phase, orientation, 0, null);
        ItemResult?[] items = [.. asked.Select(q => RatingFigures.Of(q, table.Content, scores))];
        if (items is [{ } one]) return new(phase, orientation, 1, one.Score);
        if (Array.Exists(items, i => i is not { Score.IsShown: true }))
            return new(phase, orientation, asked.Length, PublishedNumber.Withheld(DisclosurePolicy.Beside));
        var value = items.Average(i => i!.Score.Estimate);
        var error = Numeric.Mean(table.Design, Influence(asked, table));
        var shown = error.Suppressed is { } why ? Estimate.Withheld(why.Reason, error.Respondents) : error with { Value = value };
        return new(phase, orientation, asked.Length, PublishedNumber.Of(shown, 0.95));
    }

    /// <summary>What each person adds to the mean of the items' scores, over the person's part of the weight; its mean is zero.</summary>
    private static double[] Influence(Question[] asked, ResponseTable table)
    {
        var influence = new double[table.Rows];
        var weights = table.Weights.Span;
        double all = 0;
        foreach (var weight in weights) all += weight;
        foreach (var question in asked)
        {
            var scores = question.Scale!.Codes.Scores();
            var answers = table.Item(question.Code).Span;
            var lowest = question.Scale.Codes.Minimum;
            double sum = 0, weight = 0;
            for (var row = 0; row < answers.Length; row++)
                if (answers[row] >= 0) (sum, weight) = (sum + weights[row] * scores[answers[row] - lowest], weight + weights[row]);
            var (mean, part) = (sum / weight, all / weight / asked.Length);
            for (var row = 0; row < answers.Length; row++)
                if (answers[row] >= 0) influence[row] += part * (scores[answers[row] - lowest] - mean);
        }
        return influence;
    }
}
