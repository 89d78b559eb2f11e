using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Makes the messages of rounds that are due ready, in portions: nobody who answers waits for more than one, and a program that dies in
/// between goes on where it was, because nobody can have the same message twice.
/// </summary>
public sealed class InvitationRounds(CadranDb db, DrawSample samples, TimeProvider time)
{
    private const int Portion = 2000;

    /// <summary>Returns how many rounds were made ready.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        List<Guid> underWay = await db.InvitationPlans.Where(p => p.ScheduledAtUtc != null && p.StoppedAtUtc == null).Select(p => p.Id)
            .ToListAsync(ct);
        int rounds = 0;
        foreach (Guid id in underWay)
        {
            db.ChangeTracker.Clear();
            InvitationPlan plan = await db.InvitationPlans.FirstAsync(p => p.Id == id, ct);
            Wave wave = await db.Waves.AsNoTracking().FirstAsync(w => w.Id == plan.WaveId, ct);
            while (plan.Due(wave, time.Local(time.Now.AtUtc)) is { } round)
            {
                await MakeReadyAsync(plan, round, ct);
                rounds++;
            }
        }
        return rounds;
    }

    private async Task MakeReadyAsync(InvitationPlan plan, PlannedRound round, CancellationToken ct)
    {
        if (round.Kind == MailKind.Invitation) await InviteAsync(plan, ct);
        DateTime due = time.Now.AtUtc;
        while (await ForAsync(plan, round, ct) is { Count: > 0 } portion)
        {
            List<InvitationMail> mails = [.. portion.Select(invitation => new InvitationMail
            {
                InvitationId = invitation, Kind = round.Kind, Number = round.Number, DueAtUtc = due,
            })];
            db.InvitationMails.AddRange(mails);
            await db.Because("invitations.make-ready").SaveChangesAsync(ct);
            foreach (InvitationMail mail in mails) db.Entry(mail).State = EntityState.Detached;
        }
        int made = await db.InvitationMails.CountAsync(m => m.Kind == round.Kind && m.Number == round.Number && m.Again == 0
            && db.Invitations.Any(i => i.Id == m.InvitationId && i.PlanId == plan.Id), ct);
        plan.MakeReady(round, made, time.Now);
        await db.Because("invitations.make-ready").SaveChangesAsync(ct);
    }

    // From now on the draw stays, and its people count as asked.
    private async Task InviteAsync(InvitationPlan plan, CancellationToken ct)
    {
        Sample sample = await db.Samples.FirstAsync(s => s.Id == plan.SampleId, ct);
        if (sample.InvitedAtUtc is null) await samples.InviteAsync(sample, Actor.System, ct);
        while (true)
        {
            List<Guid> people = await (from drawn in db.SampledPeople
                                       join person in db.FramePeople on drawn.PersonId equals person.Id
                                       where drawn.SampleId == plan.SampleId && drawn.Outcome == SampleOutcome.Drawn
                                           && person.EmailDigest != null
                                           && !db.Invitations.Any(i => i.PlanId == plan.Id && i.PersonId == person.Id)
                                       select person.Id).Take(Portion).ToListAsync(ct);
            if (people.Count == 0) return;
            List<Invitation> invitations = [.. people.Select(id => new Invitation { PlanId = plan.Id, PersonId = id })];
            db.Invitations.AddRange(invitations);
            await db.Because("invitations.make-ready").SaveChangesAsync(ct);
            foreach (Invitation invitation in invitations) db.Entry(invitation).State = EntityState.Detached;
        }
    }

    // Whoever still needs the message of this round.
    private Task<List<Guid>> ForAsync(InvitationPlan plan, PlannedRound round, CancellationToken ct)
    {
        IQueryable<Invitation> wanted = db.Invitations.Where(i => i.PlanId == plan.Id && i.PersonId != null
            && !db.InvitationMails.Any(m => m.InvitationId == i.Id && m.Kind == round.Kind && m.Number == round.Number));
        if (round.Kind != MailKind.Invitation)
            wanted = wanted.Where(i => db.InvitationMails.Any(m => m.InvitationId == i.Id && m.Kind == MailKind.Invitation
                && (m.State == MailState.Sent || m.State == MailState.Uncertain)));
        if (round.Kind == MailKind.Reminder) wanted = wanted.Where(i => !i.Done);
        // Thanks go to whoever has answered, where that is known; otherwise to all.
        if (round.Kind == MailKind.Thanks && plan.Terms.Links == LinkKind.Personal) wanted = wanted.Where(i => i.Done);
        return wanted.OrderBy(i => i.Id).Select(i => i.Id).Take(Portion).ToListAsync(ct);
    }
}
