using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>One closed question in one group of people: who answered what, and who gave no answer and why.</summary>
/// <param name="N">People who answered; null when the question is withheld.</param>
/// <param name="None">People without an answer, by what they said instead; null when the question is withheld.</param>
/// <param name="Numbers">Mean and median of a rating in the numbers people saw; null for other kinds.</param>
/// <param name="Answers">Points of a rating, lowest first; options in the order they were offered. Empty when withheld.</param>
/// <param name="Suppressed">Why nothing is said of the question, or null.</param>
public sealed record QuestionResult(string Code, int? N, NoAnswerCounts? None, NumberResult? Numbers, IReadOnlyList<AnswerResult> Answers,
    Suppression? Suppressed = null)
{
    /// <summary>Measurements, in the order of the kind's series; empty for a question that is counted.</summary>
    public IReadOnlyList<SeriesResult> Series { get; init; } = [];

    /// <summary>Share of those who promote less the share of those who detract, in [−1, 1]; null for other questions.</summary>
    public PublishedNumber? Recommendation { get; init; }

    public SeriesResult? FindSeries(string part) => Series.FirstOrDefault(s => s.Part == part);

    public AnswerResult? Find(string answer) => Answers.FirstOrDefault(a => a.Code == answer);

    internal static QuestionResult Withheld(string code, Suppression why) => new(code, null, null, null, [], why);
}
