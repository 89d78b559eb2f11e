using Cadran.Collection;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Counts a wave: its items, its channels, and groups when asked for.</summary>
internal static class WaveTabulation
{
    public static WaveScores Of(ResponseTable table, AnalysisData data, string? by)
    {
        var groupings = WaveGroupings.UpTo(table, by);
        var result = Analysis.Tabulate(data with { Before = [.. groupings.SkipLast(1)], By = [.. groupings.TakeLast(1)] }, new());
        var (firstDay, lastDay) = Days(table.Day);
        var people = new CountedPeople(table.Design).Number;
        return new()
        {
            WaveId = table.WaveId,
            Responses = table.Rows,
            FirstDay = firstDay,
            LastDay = lastDay,
            Channels = [.. WaveGroupings.People(table, WaveGroupings.Channel).OrderByDescending(c => c.People ?? 0)],
            Result = result,
            HasDesign = !table.Design.IsSimpleRandom,
            Suppressed = table.Rows == 0 ? new(SuppressionReason.Empty) : DisclosurePolicy.Published.Alone(people),
            AsksOverall = data.Overall is not null,
            Drivers = data.Drivers.Count,
        };
    }

    private static (DateOnly?, DateOnly?) Days(Factor day) =>
        day.Levels == 0 ? (null, null) : (FieldworkCounts.Day(day.Labels[0]), FieldworkCounts.Day(day.Labels[^1]));
}
