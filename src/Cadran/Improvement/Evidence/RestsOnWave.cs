using Cadran.Collection;
using Cadran.Insight;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>What would say <i>evidence withdrawn</i> if the answers or the days of a wave were others.</summary>
/// <param name="Decisions">Taken on its drivers.</param>
/// <param name="Targets">That start from its score.</param>
/// <param name="Actions">That carry out these decisions.</param>
/// <param name="Verdicts">Actions whose effect was judged with it.</param>
/// <param name="Compared">Other waves whose change to or from it was published.</param>
public sealed record RestsOnWave(Guid ServiceId, IReadOnlyList<Decision> Decisions, IReadOnlyList<Target> Targets,
    IReadOnlyList<ImprovementAction> Actions, IReadOnlyList<ImprovementAction> Verdicts, int Compared)
{
    /// <summary>What each target is about, in the words people were asked.</summary>
    public IReadOnlyDictionary<Guid, LocalText> Measures { get; init; } = new Dictionary<Guid, LocalText>();

    /// <summary>Nothing in the register: results are only worked out again.</summary>
    public bool IsNothing => Decisions.Count + Targets.Count + Verdicts.Count == 0;

    public static async Task<RestsOnWave> OfAsync(CadranDb db, Wave wave, CancellationToken ct)
    {
        List<Decision> decisions = await db.Decisions.AsNoTracking().Where(d => d.WaveId == wave.Id)
            .OrderBy(d => d.DecidedOn).ToListAsync(ct);
        List<Target> targets = await db.Targets.AsNoTracking().Where(t => t.BaselineWaveId == wave.Id)
            .OrderBy(t => t.DueOn).ToListAsync(ct);
        List<ImprovementAction> actions = await db.ImprovementActions.AsNoTracking().Where(a => a.ServiceId == wave.ServiceId)
            .OrderBy(a => a.DueOn).ToListAsync(ct);
        var names = await MeasureNames.AskedAsync(db, targets.Select(t => (wave.Id, t.Item)), ct);
        return new(wave.ServiceId, decisions, targets, [.. actions.Where(a => decisions.Exists(d => d.Id == a.DecisionId))],
            [.. actions.Where(a => a.Verdict is { } verdict && (verdict.BeforeWaveId == wave.Id || verdict.AfterWaveId == wave.Id))],
            await ComparedWaves.CountAsync(db, wave.Id, ct))
        {
            Measures = targets.ToDictionary(t => t.Id, t => names[(wave.Id, t.Item)]),
        };
    }
}
