namespace Cadran.Questionnaires;

/// <summary>Measurements that the answers to a question give, one a person at most.</summary>
/// <param name="Part">What of the answer is measured: an option, a part; empty for the whole.</param>
/// <param name="Label">What readers call it; empty for the question itself.</param>
/// <param name="As">How it is summed up.</param>
public sealed record NumberSeries(string Part, LocalText Label, SeriesSummary As)
{
    /// <summary>Name of its column in files of answers.</summary>
    public string ColumnOf(Question question) => Part.Length == 0 ? question.Code : $"{question.Code}.{Part}";
}
