using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Takes away the contacts of frames whose day has passed; counts of frames and samples stay.</summary>
public sealed class FramePurge(CadranDb db, TimeProvider time)
{
    /// <summary>Returns how many frames have lost their contacts.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        Moment now = time.Now;
        List<Guid> due = await db.Frames.Where(f => f.PurgedAtUtc == null && f.ContactsUntil < now.Today).Select(f => f.Id).ToListAsync(ct);
        foreach (Guid id in due) await PurgeAsync(id, now, ct);
        DateOnly last = now.Today.AddDays(-ContactAsk.KeptDays);
        await db.ContactAsks.Where(a => a.AskedOn < last).ExecuteDeleteAsync(ct);
        return due.Count;
    }

    private async Task PurgeAsync(Guid id, Moment now, CancellationToken ct)
    {
        await using var alone = await db.BeginAloneAsync(ct);
        db.ChangeTracker.Clear();
        Frame? frame = await db.Frames.FirstOrDefaultAsync(f => f.Id == id, ct);
        if (frame is null || !frame.IsDue(now.Today)) return;
        await db.SampledPeople.Where(s => db.Samples.Any(sample => sample.Id == s.SampleId && sample.FrameId == id)).ExecuteDeleteAsync(ct);
        await db.FramePeople.Where(p => p.FrameId == id).ExecuteDeleteAsync(ct);
        frame.Purge(now);
        await db.Because("frame.purge").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
    }
}
