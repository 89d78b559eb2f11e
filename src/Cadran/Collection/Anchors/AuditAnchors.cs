using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Makes anchors, and compares kept ones with the database: a trail that was cut short or written anew, and responses of closed waves
/// that were deleted, added or changed past the program, are found by any anchor from before.
/// </summary>
public sealed class AuditAnchors(CadranDb db, ResponseStore store, TimeProvider time)
{
    // What changes the responses of a closed wave with the program's knowledge.
    private static readonly string[] Explains = ["wave.reopen", "wave.reschedule", "import.commit", "import.undo", "wave.delete"];

    // The days themselves: what is told of a wave also holds the days that it had before.
    private const string NewLastDay = "\"" + nameof(Wave.ClosesOn) + "\":";

    private readonly Dictionary<Guid, (long Responses, string Content)> read = [];

    /// <summary>An anchor of now; null while the trail is empty.</summary>
    /// <param name="last">The one before: what it says of a wave is taken over when nothing was done to the wave since.</param>
    public async Task<AuditAnchor?> MakeAsync(AuditAnchor? last, CancellationToken ct)
    {
        var end = await db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash })
            .FirstOrDefaultAsync(ct);
        if (end is null) return null;
        DateOnly today = time.Today;
        var waves = new List<SealedWave>();
        foreach (Wave wave in (await db.Waves.AsNoTracking().OrderBy(w => w.Id).ToListAsync(ct))
            .Where(w => w.StateOn(today) == WaveState.Closed))
        {
            SealedWave? before = last?.Waves.FirstOrDefault(w => w.Id == wave.Id);
            if (before is not null && await ExplainedAsync(wave.Id, last!.Number, ct) is null) { waves.Add(before); continue; }
            (long responses, string content) = Read(wave.Id, ct);
            waves.Add(new(wave.Id, responses, content));
        }
        return new(time.GetUtcNow().UtcDateTime, end.Number, end.Hash, waves);
    }

    /// <summary>What differs between these anchors and the database, in sentences; empty when nothing does.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(IEnumerable<AuditAnchor> anchors, CancellationToken ct)
    {
        var wrong = new List<string>();
        var latest = new Dictionary<Guid, (SealedWave Wave, AuditAnchor Anchor)>();
        foreach (AuditAnchor anchor in anchors.OrderBy(a => a.Number))
        {
            string? hash = await db.AuditEvents.AsNoTracking().Where(e => e.Number == anchor.Number).Select(e => e.Hash)
                .FirstOrDefaultAsync(ct);
            if (hash is null)
                wrong.Add($"Audit trail: event {anchor.Number} of the anchor of {Day(anchor)} is gone: the trail was cut short.");
            else if (hash != anchor.Hash)
                wrong.Add($"Audit trail: event {anchor.Number} has another seal than in the anchor of {Day(anchor)}: "
                    + "the trail was rewritten.");
            foreach (SealedWave wave in anchor.Waves) latest[wave.Id] = (wave, anchor);
        }
        foreach (var (wave, anchor) in latest.Values)
            if (await DifferenceAsync(wave, anchor, ct) is { } difference) wrong.Add(difference);
        return wrong;
    }

    private async Task<string?> DifferenceAsync(SealedWave wave, AuditAnchor anchor, CancellationToken ct)
    {
        string? name = await db.Waves.Where(w => w.Id == wave.Id).Select(w => w.Name).FirstOrDefaultAsync(ct);
        (long responses, string content) = name is null ? (0, "") : Read(wave.Id, ct);
        if ((responses, content) == (wave.Responses, wave.Content)) return null;
        if (await ExplainedAsync(wave.Id, anchor.Number, ct) is not null) return null;
        string which = $"Wave {name ?? "(gone)"}, {wave.Id}:";
        return responses != wave.Responses
            ? $"{which} {responses} responses, and {wave.Responses} in the anchor of {Day(anchor)}; no event says why."
            : $"{which} its responses are not those of the anchor of {Day(anchor)}; no event says why.";
    }

    // The event since then that lets the responses of the wave differ; null when there is none.
    private async Task<long?> ExplainedAsync(Guid waveId, long after, CancellationToken ct)
    {
        List<string> subjects = [.. (await db.ResponseImports.Where(i => i.WaveId == waveId).Select(i => i.Id).ToListAsync(ct))
            .Append(waveId).Select(id => id.ToString())];
        return await db.AuditEvents.Where(e => e.Number > after && Explains.Contains(e.Action) && subjects.Contains(e.SubjectId)
                // Renaming is the same event as other dates, and lets nothing differ.
                && (e.Action != "wave.reschedule" || e.After!.Contains(NewLastDay)))
            .Select(e => (long?)e.Number).FirstOrDefaultAsync(ct);
    }

    private (long Responses, string Content) Read(Guid waveId, CancellationToken ct) =>
        read.TryGetValue(waveId, out var known) ? known : read[waveId] = WaveContent.Of(store.Scan(waveId, ct), ct);

    private static string Day(AuditAnchor anchor) => DateOnly.FromDateTime(anchor.AtUtc).Iso();
}
