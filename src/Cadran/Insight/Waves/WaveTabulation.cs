using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Counts a wave: its items, its channels, and groups when asked for.</summary>
internal static class WaveTabulation
{
    /// <summary>Everybody of the table.</summary>
    /// <param name="before">What was shown of the wave last.</param>
    /// <param name="held">Responses that are not in the table because they are held back.</param>
    public static WaveScores Of(ResponseTable table, WaveScores? before = null, ResponseTable? held = null)
    {
        var data = WaveColumns.Of(table.Content).Data(table);
        var result = Analysis.Tabulate(data, new());
        var (firstDay, lastDay) = Days(table.Day);
        return new()
        {
            WaveId = table.WaveId,
            Responses = table.Rows,
            FirstDay = firstDay,
            LastDay = lastDay,
            Channels = [.. WaveGroupings.People(table, Splits.Channel).OrderByDescending(c => c.People ?? 0)],
            Result = result with
            {
                Items = Growth.Items(result.Items, before?.Result.Items, held is null ? null : Bases(held), Together(data)),
            },
            HasDesign = !table.Design.IsSimpleRandom,
            Suppressed = table.Rows == 0 ? new(SuppressionReason.Empty)
                : DisclosurePolicy.Published.Alone(new CountedPeople(table.Design).Number),
            AsksOverall = data.Overall is not null,
            Drivers = data.Drivers.Count,
        };
    }

    /// <summary>Groups of the people of the table, beside what is published of everybody.</summary>
    /// <param name="before">The same groups as they were shown last.</param>
    public static IReadOnlyList<GroupResult> Groups(ResponseTable table, string by, WaveScores published,
        IReadOnlyList<GroupResult>? before)
    {
        var groupings = WaveGroupings.UpTo(table, by);
        if (groupings.Count == 0) return [];
        var data = WaveColumns.Of(table.Content).Data(table) with { Others = [], Parts = [] };
        return GroupFigures.Of(
            data with { Before = [.. groupings.SkipLast(1)], By = [groupings[^1]], Shown = before ?? [], Published = published.Result },
            new CountedPeople(table.Design), new());
    }

    private static CellBase[] Bases(ResponseTable table)
    {
        var items = WaveColumns.Of(table.Content).Data(table).Items;
        var counted = new CountedPeople(table.Design);
        var tabulation = counted.Of(Tabulation.Of(table.Design, Analysis.Columns(items)), items);
        return [.. items.Select((_, k) => CellBase.Of(tabulation[k].Overall))];
    }

    // A driver is the mean of its items: shown at another time than they are, it would give away who came between.
    private static int[][] Together(AnalysisData data)
    {
        var first = data.Overall is null ? 0 : 1;
        return [.. data.Parts.Index().Where(p => p.Item.Length > 0)
            .Select(p => (int[])[first + p.Index, .. p.Item.Select(other => first + data.Drivers.Count + other)])];
    }

    private static (DateOnly?, DateOnly?) Days(Factor day) =>
        day.Levels == 0 ? (null, null) : (FieldworkCounts.Day(day.Labels[0]), FieldworkCounts.Day(day.Labels[^1]));
}
