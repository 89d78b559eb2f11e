using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

/// <summary>Erases what people wrote in complaints that ended long ago; what happened and when stays.</summary>
public sealed class ComplaintPurge(CadranDb db, ComplaintRules rules, TimeProvider time)
{
    /// <summary>Returns how many complaints lost what people wrote.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        Moment now = time.Now;
        int erased = 0;
        var organisations = await db.Complaints.Where(c => c.ErasedOn == null)
            .Join(db.Services, c => c.ServiceId, s => s.Id, (c, s) => s.OrganisationId).Distinct().ToListAsync(ct);
        foreach (Guid organisation in organisations)
        {
            DateOnly last = now.Today.AddMonths(-(await rules.OfAsync(organisation, ct)).KeptMonths);
            List<Guid> due = await db.Complaints.Where(c => c.ErasedOn == null
                    && db.Services.Any(s => s.Id == c.ServiceId && s.OrganisationId == organisation)
                    && (c.AnsweredOn < last || c.RefusedOn < last || (c.MergedIntoId != null && c.ReceivedOn < last)))
                .Select(c => c.Id).ToListAsync(ct);
            foreach (Guid id in due) erased += await EraseAsync(id, now, ct);
        }
        return erased;
    }

    private async Task<int> EraseAsync(Guid id, Moment now, CancellationToken ct)
    {
        await using var alone = await db.BeginAloneAsync(ct);
        db.ChangeTracker.Clear();
        Complaint? complaint = await db.Complaints.FirstOrDefaultAsync(c => c.Id == id, ct);
        if (complaint is null or { IsOpen: true } or { ErasedOn: not null }) return 0;
        complaint.Erase(now);
        await db.Because("complaint.erase").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        return 1;
    }
}
