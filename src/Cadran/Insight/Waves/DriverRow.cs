using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>A driver with everything said of it.</summary>
/// <param name="Items">The items it is the mean of; empty when it is asked by one.</param>
/// <param name="Importance">Null when there is no driver analysis.</param>
/// <param name="Priority">Its place in the matrix; null when there is no driver analysis.</param>
/// <param name="FailsAlone"> Share of the people for whom exactly one driver fails and it is this one, in [0, 1];
/// null when withheld. </param>
public sealed record DriverRow(
    string Code, LocalText Name, ItemResult Figures, IReadOnlyList<ItemWords> Items,
    ImportanceResult? Importance, PriorityResult? Priority, double? FailsAlone)
{
    /// <summary>The scale its ratings are told in.</summary>
    public required RatingScale Scale { get; init; }

    /// <summary>Lowest of its ratings, from worst to best, that counts as a pass.</summary>
    public required int PassAt { get; init; }

    internal static DriverRow Of(DriverScale driver, ItemWords words, List<ItemWords> others, AnalysisResult result, int j) => new(
        driver.Code, words.Text, words.Figures,
        driver.Items.Count == 1 ? [] : [.. others.Where(o => driver.Items.Any(q => q.Code == o.Code))],
        result.Drivers.Importance.ElementAtOrDefault(j), result.Priorities.ElementAtOrDefault(j),
        result.Thresholds.WhenOneFails.ElementAtOrDefault(j)?.Share)
    {
        Scale = words.Scale,
        PassAt = AnalysisItem.PassMark(words.Scale),
    };
}
