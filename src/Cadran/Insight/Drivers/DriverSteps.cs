using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>What may be renewed of a wave's driver analysis, beside scores that were renewed or not.</summary>
internal static class DriverSteps
{
    /// <summary>Nothing is said of drivers yet.</summary>
    public static DriverFindings Later { get; } = new(
        new(null, null, null, null, [], []) { Suppressed = "shown when more people have answered" }, new(null, [], []), [], null);

    /// <param name="table">The responses shown.</param>
    /// <param name="scores">What is published of them.</param>
    /// <param name="before">What was shown last.</param>
    /// <param name="held">Responses of an open wave that are held back; null when it has closed.</param>
    public static DriverFindings Of(ResponseTable table, WaveScores scores, DriverFindings? before, ResponseTable? held)
    {
        var data = WaveColumns.Of(table.Content).Data(table);
        var found = Analysis.Drivers(data, new());
        if (Growth.IsSmall(before?.Drivers.N, found.Drivers.N) || (held is not null && !HasEnough(held))) return before ?? Later;
        var first = data.Overall is null ? 0 : 1;
        // A score of complete cases is shown beside that of everybody at the same time, or not at all.
        PriorityResult[] Beside(IReadOnlyList<PriorityResult> all) => [.. all.Select((p, j) =>
            scores.Result.Items[first + j].N == People(data.Drivers[j]) ? p : p with { Score = null })];
        var places = Beside(found.Priorities);
        return found with
        {
            Priorities = places,
            Choices = [.. found.Choices.Select(c => c with { Priorities = Beside(c.Priorities) })],
            Lines = places.Any(p => p.Score is null) ? found.Lines! with { Score = null } : found.Lines,
            // By the number of failing drivers people are in groups, which wait until the wave has closed.
            Thresholds = held is null ? found.Thresholds : found.Thresholds with { ByFailing = [], WhenOneFails = [] },
        };
    }

    private static bool HasEnough(ResponseTable held)
    {
        var data = WaveColumns.Of(held.Content).Data(held);
        return data.Overall is null || new CompleteCases(data, new CountedPeople(held.Design)).Number >= DisclosurePolicy.MinimumPeople;
    }

    private static int People(AnalysisItem item)
    {
        var (answers, people) = (item.Answers, 0);
        foreach (var answer in answers.Span)
            if (answer >= 0) people++;
        return people;
    }
}
