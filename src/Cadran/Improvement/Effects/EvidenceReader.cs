using Cadran.Collection;
using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>What the improvement side asks of the results: scores to start from, drivers to decide on, changes to judge by.</summary>
public sealed class EvidenceReader(WaveAnalyses results, Citations citations)
{
    public const string OverClusters = "LMG, bootstrap over clusters; quadrants cut at the means",
        OverResponses = "LMG, bootstrap over responses; quadrants cut at the means";

    /// <summary>Score of a measure with what it rests on, to start a target from; null when the wave did not ask it.</summary>
    public async Task<Measurement?> ScoreAsync(Wave wave, string item, CancellationToken ct)
    {
        // What the figures rest on is read first: what changes meanwhile is then told, and not passed over.
        IReadOnlyList<CitedWave> cited = await citations.CiteAsync([wave.Id], ct);
        return Of(await results.ScoresAsync(wave.Id, ct), item) is { } score ? score with { Cited = cited } : null;
    }

    /// <summary>Scores of a measure in several waves; null for a wave that did not ask it.</summary>
    public async Task<IReadOnlyDictionary<Guid, Measurement?>> ScoresAsync(
        IReadOnlyCollection<Wave> waves, string item, CancellationToken ct) =>
        (await results.ScoresAsync([.. waves.Select(w => w.Id)], ct)).ToDictionary(s => s.Key, s => Of(s.Value, item));

    /// <summary>A measure as a wave's scores tell it, or null when it was not asked.</summary>
    public static Measurement? Of(WaveScores scores, string item)
    {
        ItemResult? found = item == MeasureNames.Overall ? scores.Overall : scores.Find(item);
        return found is null ? null : new Measurement(found.Score, found.N ?? 0);
    }

    /// <summary>What a target or an action can be about: the overall score and each driver, by code and name.</summary>
    public async Task<IReadOnlyList<(string Code, LocalText Name)>> MeasuresAsync(Wave wave, CancellationToken ct)
    {
        var (asksOverall, drivers) = await results.MeasuresAsync(wave.Id, ct);
        return [.. asksOverall ? new[] { (MeasureNames.Overall, MeasureNames.Of(MeasureNames.Overall)) } : [], .. drivers];
    }

    /// <summary>The drivers with what they rest on, to decide from.</summary>
    public async Task<IReadOnlyList<DecisionEvidence>> OfAsync(Wave wave, CancellationToken ct)
    {
        IReadOnlyList<CitedWave> cited = await citations.CiteAsync([wave.Id], ct);
        return [.. (await DriversAsync(wave, ct)).Evidence.Select(e => e with { Cited = cited })];
    }

    public async Task<WaveDrivers> DriversAsync(Wave wave, CancellationToken ct)
    {
        WaveAnalysis analysis = await results.ForAsync(wave.Id, ct);
        return new WaveDrivers(
            [.. analysis.ByImportance.Where(d => d.Importance is not null && d.Figures.Score.IsShown)
                .Select(d => Evidence(d, analysis))],
            analysis.Result.Drivers,
            analysis.FailsAloneMost is { } most ? (most.Driver.Name, most.Share) : null);
    }

    /// <summary>The tested change of a measure from one wave to another; its numbers are null when withheld or not asked in both.</summary>
    public async Task<EffectEvidence> EffectAsync(Wave before, Wave after, string item, CancellationToken ct)
    {
        WaveChange? change = await results.ChangeAsync(before.Id, after.Id, ct);
        ChangeResult? found = (item == MeasureNames.Overall ? change?.Overall : change?.Find(item))?.Change;
        return new EffectEvidence(before, after, found, change?.Adjusted ?? 0);
    }

    /// <summary>The same with what it rests on, to judge by.</summary>
    public async Task<EffectEvidence> CitedEffectAsync(Wave before, Wave after, string item, CancellationToken ct)
    {
        IReadOnlyList<CitedWave> cited = await citations.CiteAsync([before.Id, after.Id], ct);
        return await EffectAsync(before, after, item, ct) with { Cited = cited };
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static DecisionEvidence Evidence(DriverRow driver, WaveAnalysis analysis) => new()
    {
        Driver = driver.Code,
        Label = driver.Name,
        Respondents = analysis.Result.Drivers.N ?? 0,
        ImportanceShare = driver.Importance!.Share,
        Drivers = analysis.Drivers.Count,
        Provisional = analysis.Scores.IsOpen,
        WrongSign = driver.Importance.WrongSign,
        ImportanceLow = driver.Importance.Low,
        ImportanceHigh = driver.Importance.High,
        Rank = driver.Importance.Rank,
        RankLow = driver.Importance.RankLow,
        RankHigh = driver.Importance.RankHigh,
        Score = driver.Figures.Score.Estimate,
        ScoreLow = Finite(driver.Figures.Score.Low),
        ScoreHigh = Finite(driver.Figures.Score.High),
        ScoreRespondents = driver.Figures.N ?? 0,
        Quadrant = driver.Priority?.Quadrant,
        Probability = driver.Priority?.Probability ?? 0,
        Separable = analysis.Separable == true,
        Method = analysis.Result.Design.Clusters < analysis.Responses ? OverClusters : OverResponses,
    };
}
