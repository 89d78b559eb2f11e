using System.Globalization;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A closed question as counting reads it.</summary>
/// <param name="Base">
/// One code per person. Of a rating or a choice it is the answer; of several choices it is which of them were ticked together, so that
/// people who all ticked the same are seen.
/// </param>
/// <param name="Options">Of several choices, 1 or 0 for each option in the order offered; else empty.</param>
internal sealed record QuestionColumn(Question Question, AnalysisItem Base, IReadOnlyList<AnalysisItem> Options)
{
    /// <summary>What the answers measure, one number per person or NaN; empty where they are counted.</summary>
    public IReadOnlyList<(NumberSeries Series, ReadOnlyMemory<double> Values)> Series { get; init; } = [];

    public bool IsMeasured => Series.Count > 0;

    private static readonly Scale Ticked = new(0, 1);

    public string Code => Question.Code;

    /// <summary>Answers of one column, which are groups of people too.</summary>
    public bool IsChoice => Question.Kind.Groups;

    /// <summary>Every closed question of the wave, in the order asked.</summary>
    public static IReadOnlyList<QuestionColumn> All(ResponseTable table) => [.. table.Items.Select(q => Of(q, table))];

    /// <summary>The columns that are counted, <see cref="Base"/> first.</summary>
    public IEnumerable<AnalysisItem> Counted => Options.Prepend(Base);

    private static QuestionColumn Of(Question question, ResponseTable table)
    {
        if (question.Scale is not null) return new(question, AnalysisItem.Asked(question, table), []);
        if (question.Kind.Series(question) is { Count: > 0 } series)
        {
            (NumberSeries Series, ReadOnlyMemory<double> Values)[] measured =
                [.. series.Select(s => (s, table.Measure(question.Code, s)))];
            return new(question, Alike(question.Code, table.Item(question.Code), measured), []) { Series = measured };
        }
        if (!question.Kind.TakesSeveral)
            return new(question,
                AnalysisItem.Rated(question.Code, table.Item(question.Code),
                    new(0, Math.Max(1, question.Kind.Options(question).Count - 1))), []);
        AnalysisItem[] options =
            [.. question.Options.Select(o => AnalysisItem.Rated(o.Code, table.Option(question.Code, o.Code), Ticked))];
        return new(question, Together(question.Code, options, table.Rows), options);
    }

    /// <summary>A code for each different answer, so that people who all said the same are seen.</summary>
    private static AnalysisItem Alike(string code, ReadOnlyMemory<sbyte> answered,
        (NumberSeries Series, ReadOnlyMemory<double> Values)[] series)
    {
        var numbers = new Dictionary<string, sbyte>();
        var together = answered.ToArray();
        for (var row = 0; row < together.Length; row++)
        {
            if (together[row] < 0) continue;
            // What is only counted makes nobody alike: nothing is told of it.
            var said = series[0].Series.As == SeriesSummary.Count ? row.ToString(CultureInfo.InvariantCulture)
                : string.Join('|', series.Select(s => s.Values.Span[row].ToString("R", CultureInfo.InvariantCulture)));
            if (!numbers.TryGetValue(said, out var number))
                numbers.Add(said, number = (sbyte)Math.Min(numbers.Count, Questionnaires.AnswerCoder.MostCodes));
            together[row] = number;
        }
        return AnalysisItem.Rated(code, together, new(0, Math.Clamp(numbers.Count - 1, 1, Questionnaires.AnswerCoder.MostCodes)));
    }

    private static AnalysisItem Together(string code, AnalysisItem[] options, int rows)
    {
        var numbers = new Dictionary<ulong, sbyte>();
        var together = new sbyte[rows];
        for (var row = 0; row < rows; row++)
        {
            var first = options[0].Answers.Span[row];
            if (first < 0) { together[row] = first; continue; }
            var set = 0UL;
            for (var k = 0; k < options.Length; k++)
                if (options[k].Answers.Span[row] == 1) set |= 1UL << (k & 63);
            if (!numbers.TryGetValue(set, out var number))
                numbers.Add(set, number = (sbyte)Math.Min(numbers.Count, Questionnaires.AnswerCoder.MostCodes));
            together[row] = number;
        }
        return AnalysisItem.Rated(code, together, new(0, Math.Clamp(numbers.Count - 1, 1, Questionnaires.AnswerCoder.MostCodes)));
    }
}
