using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Answers "what does this wave say" and "what changed between two waves" for pages, reports and decisions.</summary>
public sealed class WaveAnalyses
{
    private readonly Publications publications;
    private readonly WaveStamps waves;

    internal WaveAnalyses(Publications publications, WaveStamps waves) => (this.publications, this.waves) = (publications, waves);

    /// <summary>The wave's scores: no groups, and none of the costly part, the drivers.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<WaveScores> ScoresAsync(Guid waveId, CancellationToken ct) => Told(await publications.ScoresAsync(waveId, ct));

    /// <summary>Scores of many waves at once, for lists.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<IReadOnlyDictionary<Guid, WaveScores>> ScoresAsync(IReadOnlyCollection<Guid> waveIds, CancellationToken ct) =>
        (await publications.ScoresAsync(waveIds, ct)).ToDictionary(s => s.Key, s => Told(s.Value));

    /// <summary>The wave's results, without groups.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public Task<WaveAnalysis> ForAsync(Guid waveId, CancellationToken ct) => ForAsync(waveId, null, ct);

    /// <param name="by"> What to report groups by: as <see cref="Splits"/> writes it;
    /// unknown ones give no groups, and an open wave has none. </param>
    public async Task<WaveAnalysis> ForAsync(Guid waveId, string? by, CancellationToken ct)
    {
        var content = await waves.ContentAsync(waveId, ct);
        var scores = Told(await publications.ScoresAsync(waveId, ct));
        if (by is not null && Splits.Knows(content, by))
            scores = scores with { Result = scores.Result with { Groups = (await publications.GroupsAsync(waveId, by, ct)).Value.Groups } };
        return WaveAnalysis.Of(scores, (await publications.DriversAsync(waveId, ct)).Value, content);
    }

    /// <summary>
    /// The change from one wave to another, on everything both asked with the same code and scale; null while one of them is open.
    /// </summary>
    public Task<WaveChange?> ChangeAsync(Guid fromWaveId, Guid toWaveId, CancellationToken ct) =>
        publications.ChangeAsync(fromWaveId, toWaveId, ct);

    /// <summary>What the wave rates: its overall satisfaction and its drivers, by code and name.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<(bool AsksOverall, IReadOnlyList<(string Code, LocalText Name)> Drivers)> MeasuresAsync(Guid waveId,
        CancellationToken ct)
    {
        var columns = WaveColumns.Of(await waves.ContentAsync(waveId, ct));
        return (columns.Overall is not null, [.. columns.Drivers.Select(d => (d.Code, d.Name))]);
    }

    /// <summary>Everything a results page of a closed wave shows, computed without keeping; for measurements.</summary>
    internal static WaveAnalysis Analyse(ResponseTable table, string? by)
    {
        (WaveScores scores, DriverFindings drivers) = (null!, null!);
        Parallel.Invoke(() =>
            drivers = Analysis.Drivers(WaveColumns.Of(table.Content).Data(table), new()), () => scores = WaveTabulation.Of(table));
        if (by is not null)
            scores = scores with { Result = scores.Result with { Groups = WaveTabulation.Groups(table, by, scores, null) } };
        return WaveAnalysis.Of(scores, drivers, table.Content);
    }

    /// <summary>
    /// The groups of <see cref="ForAsync(Guid, string, CancellationToken)"/>, person by person; null for something the wave does not know.
    /// </summary>
    internal static Factor? GroupsOf(ResponseTable table, string by) => by switch
    {
        Splits.Channel => table.Channel,
        Splits.Language => table.Language,
        _ => Splits.Question(table.Content, by) is { } split && table.Has(split.Question.Code) ? GroupsOf(table, split) : null,
    };

    private static Factor GroupsOf(ResponseTable table, (Question Question, QuestionOption? Option) split)
    {
        if (split.Option is not { } option) return table.Groups(split.Question.Code);
        var ticked = table.Option(split.Question.Code, option.Code).ToArray();
        return Factor.FromCodes(Array.ConvertAll(ticked, one => one < 0 ? -1 : 1 - one), [Splits.Chosen, Splits.NotChosen]);
    }

    internal static WaveScores Told(Published<WaveScores> scores) => scores.Value with
    {
        Received = scores.Received,
        IsOpen = scores.Open,
        IsReopened = scores is { Open: true, AsClosed: true },
    };
}
