using Cadran.Collection;
using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>A score as measured in one wave.</summary>
/// <param name="Score">0–100 with its interval at 95 %, or withheld with the reason.</param>
/// <param name="Respondents">People who answered; 0 when withheld.</param>
public sealed record Measurement(PublishedNumber Score, int Respondents)
{
    public bool IsShown => Score.IsShown;
}

/// <summary>The drivers of a wave as decisions need them.</summary>
/// <param name="Evidence">In order of importance; empty when withheld.</param>
/// <param name="OneFails">When exactly one driver fails, which it is most often, and its share of those cases.</param>
public sealed record WaveDrivers(IReadOnlyList<DecisionEvidence> Evidence, double? RSquared, (LocalText Driver, double Share)? OneFails);

/// <summary>What the improvement side asks of the results: scores to start from, drivers to decide on, changes to judge by.</summary>
public sealed class EvidenceReader(WaveAnalyses results)
{
    public const string OverClusters = "LMG, bootstrap over clusters; quadrants cut at the means",
        OverResponses = "LMG, bootstrap over responses; quadrants cut at the means";

    /// <summary>Score of a measure, or null when the wave did not ask it.</summary>
    public async Task<Measurement?> ScoreAsync(Wave wave, string item, CancellationToken ct) =>
        Of(await results.ScoresAsync(wave.Id, ct), item);

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

    public async Task<IReadOnlyList<DecisionEvidence>> OfAsync(Wave wave, CancellationToken ct) => (await DriversAsync(wave, ct)).Evidence;

    public async Task<WaveDrivers> DriversAsync(Wave wave, CancellationToken ct)
    {
        WaveAnalysis analysis = await results.ForAsync(wave.Id, ct);
        return new WaveDrivers(
            [.. analysis.ByImportance.Where(d => d is { Importance: not null, Priority: not null } && d.Figures.Score.IsShown)
                .Select(d => Evidence(d, analysis))],
            analysis.Result.Drivers.RSquared,
            analysis.FailsAloneMost is { } most ? (most.Driver.Name, most.Share) : null);
    }

    /// <summary>The tested change of a measure from one wave to another; its numbers are null when withheld or not asked in both.</summary>
    public async Task<EffectEvidence> EffectAsync(Wave before, Wave after, string item, CancellationToken ct)
    {
        WaveChange? change = await results.ChangeAsync(before.Id, after.Id, ct);
        ChangeResult? found = (item == MeasureNames.Overall ? change?.Overall : change?.Find(item))?.Change;
        return found is { Difference: { IsShown: true } difference }
            ? new EffectEvidence(before, after, difference.Estimate, difference.Low, difference.High, difference.Se, found.P,
                found.MinimumDetectable)
            {
                Q = found.Q,
                Changes = change!.Adjusted,
            }
            : new EffectEvidence(before, after, null, null, null, null, null, null);
    }

    private static DecisionEvidence Evidence(DriverRow driver, WaveAnalysis analysis) => new()
    {
        Driver = driver.Code,
        Label = driver.Name,
        Respondents = analysis.Result.Drivers.N ?? 0,
        ImportanceShare = driver.Importance!.Share,
        ImportanceLow = driver.Importance.Low ?? driver.Importance.Share,
        ImportanceHigh = driver.Importance.High ?? driver.Importance.Share,
        Rank = driver.Importance.Rank,
        RankLow = driver.Importance.RankLow,
        RankHigh = driver.Importance.RankHigh,
        Score = driver.Figures.Score.Estimate,
        ScoreLow = driver.Figures.Score.Low,
        ScoreHigh = driver.Figures.Score.High,
        Quadrant = driver.Priority!.Quadrant.Code(),
        Probability = driver.Priority.Probability ?? 0,
        Separable = analysis.Separable == true,
        Method = analysis.Result.Design.Clusters < analysis.Responses ? OverClusters : OverResponses,
    };
}
