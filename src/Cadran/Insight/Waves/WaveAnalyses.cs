using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// Answers "what does this wave say" and "what changed between two waves" for pages, reports and decisions. A result is kept as long
/// as the table it was computed from: the next response makes a new table and so a new result.
/// </summary>
public sealed class WaveAnalyses(ResponseTables tables)
{
    private readonly ConditionalWeakTable<ResponseTable, ConcurrentDictionary<object, Lazy<object>>> kept = [];

    /// <summary>The wave's results, without groups.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public Task<WaveAnalysis> ForAsync(Guid waveId, CancellationToken ct) => ForAsync(waveId, null, ct);

    /// <param name="by">
    /// What to report groups by: <c>channel</c>, <c>language</c> or the code of a question that groups people; unknown ones give no groups.
    /// </param>
    public async Task<WaveAnalysis> ForAsync(Guid waveId, string? by, CancellationToken ct)
    {
        ResponseTable table = await tables.GetAsync(waveId, ct);
        return await Task.Run(() => Keep(table, by ?? "", () => Analyse(table, by)), ct);
    }

    /// <summary>The change from one wave to another, on everything both asked with the same code and scale.</summary>
    public async Task<WaveChange> ChangeAsync(Guid fromWaveId, Guid toWaveId, CancellationToken ct)
    {
        ResponseTable from = await tables.GetAsync(fromWaveId, ct);
        ResponseTable to = await tables.GetAsync(toWaveId, ct);
        return await Task.Run(() => Keep(to, from, () => WaveComparison.Of(from, to)), ct);
    }

    /// <summary>Computes without keeping; for measurements.</summary>
    public static WaveAnalysis Analyse(ResponseTable table, string? by)
    {
        var columns = WaveColumns.Of(table.Content);
        Grouping[] groups = by is { Length: > 0 } && GroupsOf(table, by) is { Levels: > 0 } factor ? [new Grouping(by, factor)] : [];
        AnalysisResult result = Analysis.Run(columns.Data(table, groups), new AnalysisOptions());
        var words = result.Items.Zip(columns.Names, (figures, item) => new ItemWords(item.Name, figures, item.Scale)).ToList();
        int first = columns.Overall is null ? 0 : 1, drivers = columns.Drivers.Count;
        List<ItemWords> others = words[(first + drivers)..];
        (DateOnly? firstDay, DateOnly? lastDay) = Days(table.Day);
        return new()
        {
            WaveId = table.WaveId,
            Responses = table.Rows,
            FirstDay = firstDay,
            LastDay = lastDay,
            Channels = Channels(table.Channel),
            Content = table.Content,
            Result = result,
            Scales = [.. words.Select(w => w.Scale)],
            HasDesign = !table.Design.IsSimpleRandom,
            Suppressed = table.Rows == 0 ? new(SuppressionReason.Empty) : SmallCells.Primary(table.Rows, AnalysisOptions.PublicMinimum),
            Overall = first == 0 ? null : words[0],
            Drivers = [.. columns.Drivers.Select((d, j) => Row(d, words[first + j], others, result, j))],
            Others = [.. others.Where(o => !columns.Drivers.Any(d => d.Items.Any(q => q.Code == o.Code)))],
        };
    }

    /// <summary>The columns analysed, person by person, in the order of the result's items.</summary>
    public static IReadOnlyList<AnalysisItem> ItemsOf(ResponseTable table) => WaveColumns.Of(table.Content).Data(table, []).Items;

    private static DriverRow Row(DriverScale driver, ItemWords words, List<ItemWords> others, AnalysisResult result, int j) => new(
        driver.Code, words.Text, words.Figures,
        driver.Items.Count == 1 ? [] : [.. others.Where(o => driver.Items.Any(q => q.Code == o.Code))],
        result.Drivers.Importance.ElementAtOrDefault(j), result.Priorities.ElementAtOrDefault(j),
        result.Thresholds.WhenOneFails.ElementAtOrDefault(j)?.Share)
    {
        Scale = words.Scale,
        PassAt = AnalysisItem.PassMark(words.Scale),
    };

    private static IReadOnlyList<(string, int?)> Channels(Factor channel)
    {
        var people = new int[channel.Levels + 1];
        foreach (int code in channel.Codes) people[code < 0 ? channel.Levels : code]++;
        Suppression?[] hidden = SmallCells.Hide(people, AnalysisOptions.PublicMinimum);
        var shown = channel.Labels.Select((label, c) => (label, people: hidden[c] is null ? people[c] : (int?)null));
        return [.. shown.OrderByDescending(c => c.people ?? 0)];
    }

    /// <summary>
    /// The groups of <see cref="ForAsync(Guid, string, CancellationToken)"/>, person by person; null for something the wave does not know.
    /// </summary>
    public static Factor? GroupsOf(ResponseTable table, string by) => by switch
    {
        "channel" => table.Channel,
        "language" => table.Language,
        _ => table.Content.Find(by) is { Kind.Groups: true } && table.Has(by) ? table.Groups(by) : null,
    };

    private static (DateOnly?, DateOnly?) Days(Factor day) =>
        day.Levels == 0 ? (null, null) : (Day(day.Labels[0]), Day(day.Labels[^1]));

    private static DateOnly Day(string label) => DateOnly.ParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private T Keep<T>(ResponseTable table, object key, Func<T> compute) where T : notnull =>
        (T)kept.GetValue(table, _ => []).GetOrAdd((typeof(T), key), _ => new Lazy<object>(() => compute())).Value;
}
