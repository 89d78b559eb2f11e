using System.Security.Cryptography;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Hands messages out to be sent and writes what became of them. That a message is about to go is on disk before it goes, and with it
/// what became of those before: whatever dies, nobody gets a message twice. One that may or may not have gone is uncertain, and waits
/// for a person.
/// </summary>
public sealed class MailOutbox(CadranDb db, MailLetters letters, AnswerKeySource answerKeys, TimeProvider time)
{
    /// <summary>A process that is silent for so long is taken for dead. Longer than any message takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <param name="settled">What became of those that were taken before.</param>
    /// <param name="most">Messages to take; 0 to settle only.</param>
    public async Task<IReadOnlyList<OutgoingMail>> TakeAsync(IReadOnlyList<(OutgoingMail Mail, MailResult Result)> settled, int most,
        DomainPace pace, MailAddresses addresses, CancellationToken ct)
    {
        AnswerKeys keys = await answerKeys.GetAsync(ct);
        Moment now = time.Now;
        await using var together = await db.Database.BeginTransactionAsync(ct);
        await db.InvitationMails.Where(m => m.State == MailState.Sending && m.ClaimedUntilUtc < now.AtUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Uncertain).SetProperty(m => m.SettledOn, now.Today), ct);
        foreach (var (mail, result) in settled) await SettleAsync(mail, result, now, ct);
        var taken = new List<OutgoingMail>();
        // A portion may hold only people who are not written to, or domains that have had enough for now: then the next one is looked at.
        for (int looks = 0; taken.Count < most && looks < 50; looks++)
        {
            List<WaitingMail> waiting = most > 0 ? await WaitingAsync(now, most - taken.Count, ct) : [];
            if (waiting.Count == 0) break;
            foreach (WaitingMail mail in waiting)
                if (await PrepareAsync(mail, keys, pace, addresses, now, ct) is { } outgoing) taken.Add(outgoing);
        }
        await together.CommitAsync(ct);
        return taken;
    }

    private async Task SettleAsync(OutgoingMail mail, MailResult result, Moment now, CancellationToken ct)
    {
        var (state, attempts, due) = result.After(mail.Attempts, now.AtUtc);
        DateOnly? settledOn = due is null ? now.Today : null;
        DateTime tried = due ?? now.AtUtc;
        // Who was silent for too long has lost it: then it is uncertain already, and only an answer makes it certain.
        await db.InvitationMails.Where(m => m.Id == mail.Id && (m.State == MailState.Sending || m.State == MailState.Uncertain))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state).SetProperty(m => m.Attempts, attempts)
                .SetProperty(m => m.Code, result.Code).SetProperty(m => m.DueAtUtc, tried).SetProperty(m => m.SettledOn, settledOn), ct);
    }

    private Task<List<WaitingMail>> WaitingAsync(Moment now, int most, CancellationToken ct) =>
        (from mail in db.InvitationMails.AsNoTracking()
         join invitation in db.Invitations on mail.InvitationId equals invitation.Id
         join plan in db.InvitationPlans on invitation.PlanId equals plan.Id
         join found in db.FramePeople on invitation.PersonId equals found.Id into people
         from person in people.DefaultIfEmpty()
         where mail.State == MailState.Waiting && mail.DueAtUtc <= now.AtUtc && plan.StoppedAtUtc == null
         // By the index alone: those of one round are due at one moment, and sorting them for each handful would take most of the time.
         orderby mail.DueAtUtc
         select new WaitingMail(mail.Id, invitation.Id, mail.Kind, mail.Number, mail.Attempts, plan.Id, invitation.Done, person,
             person != null && db.OptOuts.Any(o =>
                 o.Digest == person.EmailDigest || o.Digest == person.PhoneDigest || o.Digest == person.PostDigest)))
        .Take(most).ToListAsync(ct);

    private async Task<OutgoingMail?> PrepareAsync(WaitingMail mail, AnswerKeys keys, DomainPace pace, MailAddresses addresses, Moment now,
        CancellationToken ct)
    {
        MailPlan plan = await letters.PlanAsync(mail.PlanId, ct);
        if (mail.NotSent(plan, now.Today) is { } why)
        {
            await db.InvitationMails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, why).SetProperty(m => m.SettledOn, now.Today), ct);
            return null;
        }
        Contact contact = plan.Seal!.Open(mail.Person!.Id, mail.Person.Sealed);
        if (pace.Wait(contact.Email[(contact.Email.LastIndexOf('@') + 1)..], now.AtUtc) is { } later)
        {
            await db.InvitationMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAtUtc, later), ct);
            return null;
        }
        // The link is made when it goes and kept nowhere. One that was put off never arrived: its digest is overwritten.
        string? link = plan.Terms.Links == LinkKind.Personal && mail.Kind != MailKind.Thanks ? AnswerKeys.NewLink() : null;
        string? digest = link is null ? null : keys.LinkDigest(plan.Wave.Id, keys.NumberOf(plan.Wave.Id, link));
        DateTime until = now.AtUtc + Lease;
        int claimed = await db.InvitationMails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.ClaimedUntilUtc, until)
                .SetProperty(m => m.LinkDigest, digest), ct);
        return claimed == 0 ? null : await letters.WriteAsync(plan, mail, contact, link, addresses, ct);
    }
}
