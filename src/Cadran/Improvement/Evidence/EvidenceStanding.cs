using Cadran.Collection;

namespace Cadran.Improvement;

/// <summary>
/// Whether evidence is as it was cited, and what happened to it if not. Answers that were taken out and have come back are the same
/// evidence where they are the same to the digit; answers that came in their place are others.
/// </summary>
/// <param name="Moves">What happened, in the order of time.</param>
public sealed record EvidenceStanding(EvidenceState State, IReadOnlyList<EvidenceMove> Moves)
{
    public static EvidenceStanding AsCited { get; } = new(EvidenceState.AsCited, []);

    public static EvidenceStanding Of(Citation citation, IReadOnlyDictionary<Guid, WaveNow> now) =>
        Worst(citation.Waves.Select(cited => Of(cited, now[cited.WaveId], citation.AtUtc)));

    /// <summary>What rests on several is as the worst of them; all that happened is told.</summary>
    public static EvidenceStanding Worst(IEnumerable<EvidenceStanding> all)
    {
        List<EvidenceStanding> moved = [.. all.Where(s => s.State != EvidenceState.AsCited)];
        return moved.Count == 0 ? AsCited
            : new(moved.Max(s => s.State), [.. moved.SelectMany(s => s.Moves).Distinct().OrderBy(m => m.AtUtc ?? DateTime.MaxValue)]);
    }

    private static EvidenceStanding Of(CitedWave kept, WaveNow now, DateTime atUtc)
    {
        CitedWave cited = kept.Changes is null ? AsOf(kept, now, atUtc) : kept;
        (List<EvidenceMove> taken, List<EvidenceMove> come) = Since(cited, now);
        List<EvidenceMove> days = Days(cited, now), weighed = Weighed(now, atUtc);
        EvidenceState state = Same(kept, now) switch
        {
            true => EvidenceState.AsCited,
            _ when taken.Count > 0 => come.Count == 0 ? EvidenceState.Withdrawn : EvidenceState.Changed,
            false => EvidenceState.Changed,
            // Answers that came while the wave was open were to be expected.
            null => kept.Changes is null && come.Count > 0 ? EvidenceState.Changed : EvidenceState.AsCited,
        };
        if (state == EvidenceState.AsCited)
            return days.Count == 0 ? AsCited : new(EvidenceState.Changed, days);
        List<EvidenceMove> moves = [.. taken, .. come, .. days, .. weighed];
        if (kept.Changes is not null && state == EvidenceState.Changed && weighed.Count == 0)
            moves.Add(new(EvidenceMoveKind.Answers, now.Name, kept.Answers.ToString(System.Globalization.CultureInfo.InvariantCulture),
                now.Basis.Answers, "", null, null));
        return new(state, moves);
    }

    // Null where it cannot be said: the wave still took answers, or nothing of them was kept.
    private static bool? Same(CitedWave cited, WaveNow now) =>
        cited.Changes == now.Basis.Changes && (cited.Content is null || now.Basis.Content is null) ? true
        : cited.Content is { } then && now.Basis.Content is { } present ? then == present
        : null;

    // What was there at that moment, of something that did not keep it.
    private static CitedWave AsOf(CitedWave cited, WaveNow now, DateTime atUtc) => cited with
    {
        Imports = [.. now.Imports.Where(i => i.CommittedAtUtc <= atUtc && (i.UndoneAtUtc is null || i.UndoneAtUtc >= atUtc))
            .Select(i => i.Id)],
        Aside = [.. now.SetAside.Where(p => p.AtUtc < atUtc && (p.BackAtUtc is null || p.BackAtUtc >= atUtc)).Select(p => p.Id)],
    };

    private static (List<EvidenceMove> Taken, List<EvidenceMove> Come) Since(CitedWave cited, WaveNow now)
    {
        List<ImportFact> came = [.. now.Imports.Where(i => i.Stands && !cited.Imports.Contains(i.Id))];
        var taken = new List<EvidenceMove>();
        foreach (ImportFact gone in now.Imports.Where(i => !i.Stands && cited.Imports.Contains(i.Id)))
        {
            // The same file in its place: what was taken out is there again, unless its answers say otherwise.
            if (came.Find(i => i.FileHash == gone.FileHash && i.Added == gone.Added) is { } again) came.Remove(again);
            else
                taken.Add(new(EvidenceMoveKind.TakenBack, now.Name, gone.FileName, gone.Added, gone.UndoneBy ?? "", gone.UndoneAtUtc,
                    gone.UndoneReason));
        }
        taken.AddRange(now.SetAside.Where(p => !p.IsBack && !cited.Aside.Contains(p.Id)).Select(p =>
            new EvidenceMove(EvidenceMoveKind.SetAside, now.Name, Span(p), p.Answers, p.By, p.AtUtc, p.Reason)));
        return (taken,
        [
            .. came.Select(i => new EvidenceMove(EvidenceMoveKind.Imported, now.Name, i.FileName, i.Added, i.By, i.CommittedAtUtc, null)),
            .. now.SetAside.Where(p => p.IsBack && cited.Aside.Contains(p.Id)).Select(p =>
                new EvidenceMove(EvidenceMoveKind.PutBack, now.Name, Span(p), p.Answers, p.BackBy!, p.BackAtUtc, p.BackReason)),
        ]);
    }

    private static List<EvidenceMove> Days(CitedWave cited, WaveNow now)
    {
        if (cited.OpensOn is null || (cited.OpensOn, cited.ClosesOn) == (now.OpensOn, now.ClosesOn)) return [];
        Correction? last = now.Corrections.LastOrDefault(c => c.Field is nameof(Wave.OpensOn) or nameof(Wave.ClosesOn));
        return
        [
            new(EvidenceMoveKind.Days, now.Name, $"{cited.OpensOn.Value.Iso()}/{cited.ClosesOn!.Value.Iso()}", 0, last?.By ?? "",
                last?.AtUtc, last?.Reason),
        ];
    }

    private static List<EvidenceMove> Weighed(WaveNow now, DateTime atUtc) =>
        [.. now.Weightings.Where(c => c.AtUtc > atUtc).Select(c => new EvidenceMove(
            c.WeightingId is null ? EvidenceMoveKind.Unweighted : EvidenceMoveKind.Weighted, now.Name, "", now.Basis.Answers, c.By, c.AtUtc,
            c.Reason))];

    private static string Span(SetAsidePeriod period) => $"{period.From.Iso()}/{period.To.Iso()}";
}
