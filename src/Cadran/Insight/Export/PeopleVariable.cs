using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>A column of a <see cref="PeopleTable"/>: a rating, or one option of several choices.</summary>
/// <param name="Option">Null for a rating.</param>
/// <param name="Values">What can stand in it, in the order of the codes of the table of answers.</param>
public sealed record PeopleVariable(Question Question, QuestionOption? Option, IReadOnlyList<PeopleValue> Values)
{
    /// <summary>As the questionnaire calls it; a column of a file takes its name from this.</summary>
    public string Name => Option is null ? Question.Code : $"{Question.Code}.{Option.Code}";

    internal static PeopleVariable Of(Question rating)
    {
        var scale = rating.Scale!;
        return new(rating, null, [.. Enumerable.Range(scale.Codes.Minimum, scale.Codes.Points).Select(scale.Value)
            .Select(point => new PeopleValue(point, scale.LabelOf(point)))]);
    }

    /// <summary>
    /// Ranks, parts of a sum in whole numbers and whether a wait was acceptable are opinions, and may stand in a file of answers person by
    /// person. An amount, a day or a duration may be known to somebody else, and then tells who it is.
    /// </summary>
    public static bool MayHold(Question question, NumberSeries series) => series.As switch
    {
        SeriesSummary.Rank or SeriesSummary.Share => true,
        SeriesSummary.PartOfSum => question.Decimals == 0 && SumKind.TotalOf(question) <= AnswerCoder.MostCodes,
        _ => false,
    };

    /// <summary>The measurements of a series that <see cref="MayHold"/>, as small whole numbers.</summary>
    internal static (PeopleVariable, AnalysisItem) Of(QuestionColumn column, NumberSeries series)
    {
        var (question, values) = (column.Question, column.Series.First(s => s.Series == series).Values);
        var highest = series.As switch
        {
            SeriesSummary.Rank => RankingKind.Places(question),
            SeriesSummary.Share => 1,
            _ => (int)SumKind.TotalOf(question),
        };
        var answers = column.Base.Answers.ToArray();
        for (var row = 0; row < answers.Length; row++)
            if (answers[row] >= 0)
                answers[row] = double.IsNaN(values.Span[row]) ? Absent(series) : (sbyte)values.Span[row];
        return (new(question, new(series.Part, series.Label),
                [.. Enumerable.Range(0, highest + 1).Select(n => new PeopleValue(n, Words(n)))]),
            AnalysisItem.Rated(series.Part, answers, new(0, Math.Max(1, highest))));

        LocalText Words(int number) => (series.As, number) switch
        {
            (SeriesSummary.Rank, 0) => new("No place", "Sans place"),
            (SeriesSummary.Share, 0) => new("No", "Non"),
            (SeriesSummary.Share, 1) => new("Yes", "Oui"),
            _ => LocalText.Empty,
        };
    }

    // Whoever ranked gave an option a place or none; whoever left out one of two durations gave no answer to whether it was acceptable.
    private static sbyte Absent(NumberSeries series) => series.As == SeriesSummary.Rank ? (sbyte)0 : (sbyte)Statistics.NoValue.Missing;

    internal static PeopleVariable Of(Question several, QuestionOption option) =>
        new(several, option, [new(0, new("Not chosen", "Non choisi")), new(1, new("Chosen", "Choisi"))]);
}
