using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>A driver with everything said of it.</summary>
/// <param name="Items">The items it is the mean of; empty when it is asked by one.</param>
/// <param name="Importance">Null when there is no driver analysis.</param>
/// <param name="Priority">Its place in the matrix; null when there is no driver analysis.</param>
/// <param name="FailsAlone">
/// Share of the people for whom exactly one driver fails and it is this one, in [0, 1]; null when withheld.
/// </param>
public sealed record DriverRow(
    string Code, LocalText Name, ItemResult Figures, IReadOnlyList<ItemWords> Items,
    ImportanceResult? Importance, PriorityResult? Priority, double? FailsAlone)
{
    /// <summary>The scale its ratings are told in.</summary>
    public required RatingScale Scale { get; init; }

    /// <summary>Lowest of its ratings, from worst to best, that counts as a pass.</summary>
    public required int PassAt { get; init; }
}
