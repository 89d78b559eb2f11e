using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Sends messages again of which nobody knows whether they arrived, because a person says so.</summary>
public sealed class ResendUncertain(CadranDb db, TimeProvider time)
{
    public async Task<int> RunAsync(InvitationPlan plan, Actor by, CancellationToken ct)
    {
        await using var alone = await db.BeginAloneAsync(ct);
        Guid planId = plan.Id;
        List<InvitationMail> uncertain = await (from mail in db.InvitationMails.AsNoTracking()
                                                join invitation in db.Invitations on mail.InvitationId equals invitation.Id
                                                where invitation.PlanId == planId && mail.State == MailState.Uncertain
                                                select mail).ToListAsync(ct);
        plan.Resend(uncertain.Count, by, time.Now);
        // The first keeps its link: it may have arrived.
        foreach (Guid[] portion in uncertain.Select(m => m.Id).Chunk(500))
            await db.InvitationMails.Where(m => portion.Contains(m.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Repeated), ct);
        DateTime now = time.Now.AtUtc;
        db.InvitationMails.AddRange(uncertain.Select(m => new InvitationMail
        {
            InvitationId = m.InvitationId,
            Kind = m.Kind,
            Number = m.Number,
            Again = m.Again + 1,
            DueAtUtc = now,
        }));
        await db.Because("invitations.resend").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        return uncertain.Count;
    }
}
