using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// Answers "what does this wave say" and "what changed between two waves" for pages, reports and decisions. A result is kept as long
/// as the table it was computed from: the next response makes a new table and so a new result.
/// </summary>
public sealed class WaveAnalyses
{
    private readonly ConditionalWeakTable<ResponseTable, ConcurrentDictionary<object, Lazy<object>>> kept = [];
    private readonly ResponseTables tables;

    internal WaveAnalyses(ResponseTables tables) => this.tables = tables;

    /// <summary>The wave's scores, without the costly part: no drivers.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<WaveScores> ScoresAsync(Guid waveId, CancellationToken ct)
    {
        var table = await tables.GetAsync(waveId, ct);
        return await Task.Run(() => Scores(table, null), ct);
    }

    /// <summary>The wave's results, without groups.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public Task<WaveAnalysis> ForAsync(Guid waveId, CancellationToken ct) => ForAsync(waveId, null, ct);

    /// <param name="by">
    /// What to report groups by: <c>channel</c>, <c>language</c> or the code of a question that groups people; unknown ones give no groups.
    /// </param>
    public async Task<WaveAnalysis> ForAsync(Guid waveId, string? by, CancellationToken ct)
    {
        var table = await tables.GetAsync(waveId, ct);
        return await Task.Run(() => Keep(table, by ?? "", () => WaveAnalysis.Of(Scores(table, by), Drivers(table), table.Content)), ct);
    }

    /// <summary>The change from one wave to another, on everything both asked with the same code and scale.</summary>
    public async Task<WaveChange> ChangeAsync(Guid fromWaveId, Guid toWaveId, CancellationToken ct)
    {
        var from = await tables.GetAsync(fromWaveId, ct);
        var to = await tables.GetAsync(toWaveId, ct);
        return await Task.Run(() => Keep(to, from, () => WaveComparison.Of(from, to, Scores(from, null), Scores(to, null))), ct);
    }

    /// <summary>Computes without keeping; for measurements.</summary>
    internal static WaveAnalysis Analyse(ResponseTable table, string? by)
    {
        (WaveScores scores, DriverFindings drivers) = (null!, null!);
        var data = WaveColumns.Of(table.Content).Data(table);
        Parallel.Invoke(() => drivers = Analysis.Drivers(data, new()), () => scores = WaveTabulation.Of(table, data, by));
        return WaveAnalysis.Of(scores, drivers, table.Content);
    }

    /// <summary>
    /// The groups of <see cref="ForAsync(Guid, string, CancellationToken)"/>, person by person; null for something the wave does not know.
    /// </summary>
    internal static Factor? GroupsOf(ResponseTable table, string by) => by switch
    {
        "channel" => table.Channel,
        "language" => table.Language,
        _ => table.Content.Find(by) is { Kind.Groups: true } && table.Has(by) ? table.Groups(by) : null,
    };

    private WaveScores Scores(ResponseTable table, string? by) =>
        Keep(table, by ?? "", () => WaveTabulation.Of(table, WaveColumns.Of(table.Content).Data(table), by));

    private DriverFindings Drivers(ResponseTable table) =>
        Keep(table, "", () => Analysis.Drivers(WaveColumns.Of(table.Content).Data(table), new()));

    private T Keep<T>(ResponseTable table, object key, Func<T> compute) where T : notnull =>
        (T)kept.GetValue(table, _ => []).GetOrAdd((typeof(T), key), _ => new Lazy<object>(() => compute())).Value;
}
