using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Makes letters to the people of a sample, each with a code. Codes are in the letters and nowhere else: made again, letters have other
/// ones, and those that were printed before stay good.
/// </summary>
public sealed class MakeLetters(CadranDb db, MailLetters letters, FrameContacts contacts, DrawSample samples, AnswerKeySource source,
    TimeProvider time)
{
    /// <summary>More are one file too many.</summary>
    public const int Most = 20_000;

    public async Task<IReadOnlyList<PrintedLetter>> RunAsync(InvitationPlan plan, Wave wave, Sample sample, Frame frame, LetterTo to,
        MailAddresses addresses, Actor by, CancellationToken ct)
    {
        frame.RequireContacts();
        AnswerKeys keys = await source.GetAsync(ct);
        List<FramePerson> people = await PeopleAsync(plan, sample, to, ct);
        plan.RequireLetters(wave, people.Count, time.Today);
        if (sample.InvitedAtUtc is null) await samples.InviteAsync(sample, by, ct);
        await contacts.TellAsync(frame, people.Count, ct);
        int number = plan.MakeLetters(wave, people.Count, by, time.Now);
        MailPlan common = await letters.PlanAsync(plan.Id, ct);
        List<Guid> ids = [.. people.Select(p => p.Id)];
        Dictionary<Guid, Guid> known = await db.Invitations.Where(i => i.PlanId == plan.Id && i.PersonId != null)
            .ToDictionaryAsync(i => i.PersonId!.Value, i => i.Id, ct);
        var printed = new List<PrintedLetter>();
        foreach (FramePerson person in people)
        {
            string code = plan.Terms.Links == LinkKind.Personal ? AnswerKeys.NewCode() : "";
            string? digest = code.Length == 0 ? null : keys.LinkDigest(wave.Id, keys.NumberOf(wave.Id, AnswerKeys.LinkOf(code)!));
            if (!known.TryGetValue(person.Id, out Guid invitation))
                db.Invitations.Add(new() { Id = invitation = Guid.NewGuid(), PlanId = plan.Id, PersonId = person.Id });
            db.InvitationMails.Add(new()
            {
                InvitationId = invitation,
                Kind = MailKind.Letter,
                Number = number,
                State = MailState.Sent,
                DueAtUtc = time.Now.AtUtc,
                SettledOn = time.Today,
                LinkDigest = digest,
            });
            printed.Add(letters.Print(common, person, code, addresses));
        }
        await db.Because("invitations.letters").SaveChangesAsync(ct);
        return printed;
    }

    private Task<List<FramePerson>> PeopleAsync(InvitationPlan plan, Sample sample, LetterTo to, CancellationToken ct)
    {
        IQueryable<FramePerson> drawn = from person in db.FramePeople.AsNoTracking()
                                        join chosen in db.SampledPeople on person.Id equals chosen.PersonId
                                        where chosen.SampleId == sample.Id && chosen.Outcome == SampleOutcome.Drawn
                                            && person.PostDigest != null
                                            && !db.OptOuts.Any(o => o.Digest == person.EmailDigest || o.Digest == person.PhoneDigest
                                                || o.Digest == person.PostDigest)
                                        select person;
        if (to == LetterTo.WithoutEmail) drawn = drawn.Where(p => p.EmailDigest == null);
        if (to == LetterTo.NotAnswered)
            drawn = drawn.Where(p => !db.Invitations.Any(i => i.PlanId == plan.Id && i.PersonId == p.Id && i.Done));
        return drawn.OrderBy(p => p.CodeDigest).Take(Most).ToListAsync(ct);
    }
}
