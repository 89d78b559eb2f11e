using Cadran.Collection;
using Cadran.Insight;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>Keeps what evidence was made of when it is cited, and says afterwards whether it still is.</summary>
public sealed class Citations(CadranDb db, WaveBases bases, TimeProvider time)
{
    /// <summary>What these waves are made of now, to be kept with what is about to rest on them.</summary>
    public async Task<IReadOnlyList<CitedWave>> CiteAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        DateOnly today = time.Today;
        IReadOnlyDictionary<Guid, WaveNow> found = await NowAsync(waves, ct);
        var open = await db.Waves.AsNoTracking().Where(w => waves.Contains(w.Id)).ToListAsync(ct);
        var cited = new List<CitedWave>();
        foreach (WaveNow now in waves.Distinct().Select(w => found[w]))
        {
            bool closed = open.First(w => w.Id == now.Id).StateOn(today) == WaveState.Closed;
            WaveBasis basis = closed ? await bases.OfClosedAsync(now.Id, ct) : now.Basis;
            cited.Add(new(now.Id)
            {
                Content = closed ? basis.Content : null,
                Changes = basis.Changes,
                Answers = basis.Answers,
                OpensOn = now.OpensOn,
                ClosesOn = now.ClosesOn,
                Imports = [.. now.Imports.Where(i => i.Stands).Select(i => i.Id)],
                Aside = [.. now.SetAside.Where(p => !p.IsBack).Select(p => p.Id)],
            });
        }
        return cited;
    }

    /// <summary>How the evidence of all these stands. Answers are read only where something has happened to them.</summary>
    public async Task<EvidenceStandings> OfAsync(IReadOnlyCollection<Decision> decisions, IReadOnlyCollection<Target> targets,
        IReadOnlyCollection<ImprovementAction> actions, CancellationToken ct)
    {
        List<Guid> others = [.. actions.Select(a => a.DecisionId).OfType<Guid>().Except(decisions.Select(d => d.Id)).Distinct()];
        IEnumerable<Decision> all = others.Count == 0 ? decisions
            : [.. decisions, .. await db.Decisions.AsNoTracking().Where(d => others.Contains(d.Id)).ToListAsync(ct)];
        Dictionary<Guid, Citation> ofDecisions = all.ToDictionary(d => d.Id, d => d.Citation);
        Dictionary<Guid, Citation> ofTargets = targets.ToDictionary(t => t.Id, t => t.Citation);
        Dictionary<Guid, Citation> ofVerdicts = actions.Where(a => a.Verdict is not null).ToDictionary(a => a.Id, a => a.Verdict!.Citation);
        List<CitedWave> cited = [.. ofDecisions.Values.Concat(ofTargets.Values).Concat(ofVerdicts.Values).SelectMany(c => c.Waves)];
        var now = new Dictionary<Guid, WaveNow>(await NowAsync([.. cited.Select(c => c.WaveId).Distinct()], ct));
        foreach (CitedWave one in cited)
            if (one.Content is not null && now[one.WaveId] is { Basis.Content: null } moved && moved.Basis.Changes != one.Changes)
                now[one.WaveId] = moved with { Basis = await bases.ReadAsync(moved.Basis, ct) };
        return new(Stand(ofDecisions), Stand(ofTargets), Stand(ofVerdicts));

        Dictionary<Guid, EvidenceStanding> Stand(Dictionary<Guid, Citation> of) =>
            of.ToDictionary(c => c.Key, c => EvidenceStanding.Of(c.Value, now));
    }

    private async Task<IReadOnlyDictionary<Guid, WaveNow>> NowAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        if (waves.Count == 0) return new Dictionary<Guid, WaveNow>();
        var known = await bases.KnownAsync(waves, ct);
        var found = await db.Waves.AsNoTracking().Where(w => waves.Contains(w.Id))
            .Select(w => new { w.Id, w.Name, w.OpensOn, w.ClosesOn, w.SetAside, w.Corrections }).ToListAsync(ct);
        var imports = (await db.ResponseImports.AsNoTracking().Where(i => waves.Contains(i.WaveId) && i.CommittedAtUtc != null)
            .OrderBy(i => i.CommittedAtUtc)
            .Select(i => new
            {
                i.WaveId,
                Fact = new ImportFact(i.Id, i.FileName, i.FileHash, i.Added, i.By, i.CommittedAtUtc!.Value, i.UndoneBy, i.UndoneAtUtc,
                    i.UndoneReason),
            }).ToListAsync(ct)).ToLookup(i => i.WaveId, i => i.Fact);
        var weightings = (await db.WeightingChoices.AsNoTracking().Where(c => waves.Contains(c.WaveId)).OrderBy(c => c.Number)
            .ToListAsync(ct)).ToLookup(c => c.WaveId);
        return found.ToDictionary(w => w.Id, w => new WaveNow(w.Id, w.Name, w.OpensOn, w.ClosesOn, known[w.Id])
        {
            Imports = [.. imports[w.Id]],
            SetAside = w.SetAside,
            Corrections = w.Corrections,
            Weightings = [.. weightings[w.Id]],
        });
    }
}
