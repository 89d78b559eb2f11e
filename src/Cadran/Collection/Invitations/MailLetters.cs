using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Writes a message to one person.</summary>
/// <param name="lastDay">A day as a sentence of that language says it.</param>
public sealed class MailLetters(CadranDb db, IDataProtectionProvider protection, ContactKeySource contacts, TimeProvider time,
    LastDay lastDay) : IDisposable
{
    // Closing a wave and stopping a plan take effect within moments.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Dictionary<Guid, MailPlan> plans = [];

    internal async Task<MailPlan> PlanAsync(Guid id, CancellationToken ct)
    {
        DateTime now = time.Now.AtUtc;
        if (plans.TryGetValue(id, out MailPlan? known) && now - known.ReadAtUtc < Fresh) return known;
        known?.Dispose();
        var read = await (from plan in db.InvitationPlans.AsNoTracking()
                          join wave in db.Waves on plan.WaveId equals wave.Id
                          join service in db.Services on wave.ServiceId equals service.Id
                          join organisation in db.Organisations on service.OrganisationId equals organisation.Id
                          join sample in db.Samples on plan.SampleId equals sample.Id
                          join frame in db.Frames on sample.FrameId equals frame.Id
                          where plan.Id == id
                          select new { plan, wave, Service = service.Name, Organisation = organisation.Name, frame }).FirstAsync(ct);
        return plans[id] = new(read.wave, read.plan.Terms, read.plan.Texts, read.Service, read.Organisation,
            read.frame.PurgedAtUtc is null ? FrameSeal.Of(read.frame, protection) : null, now);
    }

    internal async Task<OutgoingMail> WriteAsync(MailPlan plan, WaitingMail mail, Contact contact, string? link, MailAddresses addresses,
        CancellationToken ct)
    {
        string language = plan.LanguageOf(mail.Person!.Language);
        MailText text = plan.Texts.First(t => t.Kind == mail.Kind && t.Language == language);
        string open = addresses.Open(plan.Wave.Slug, language);
        string whole = link is null ? open : addresses.Personal(plan.Wave.Slug, language, link);
        string stop = addresses.Stop(language, (await contacts.GetAsync(ct)).StopToken(mail.Person.EmailDigest!));
        (string subject, string body) = Fill(plan, text, contact.Name, whole, stop);
        return new(mail.Id, mail.Key, mail.Attempts, language, contact.Email, contact.Name, plan.Terms.ReplyTo, subject, body, whole, stop);
    }

    internal PrintedLetter Print(MailPlan plan, FramePerson person, string code, MailAddresses addresses)
    {
        Contact contact = plan.Seal!.Open(person.Id, person.Sealed);
        string language = plan.LanguageOf(person.Language), typed = addresses.Open(plan.Wave.Slug, language);
        MailText text = plan.Texts.First(t => t.Kind == MailKind.Letter && t.Language == language);
        (string subject, string body) = Fill(plan, text, contact.Name, typed, "");
        return new(contact, language, subject, body, code,
            code.Length == 0 ? typed : addresses.Personal(plan.Wave.Slug, language, code));
    }

    /// <summary>A message as somebody of that name would get it, with a link that leads to nothing of anybody's.</summary>
    public async Task<OutgoingMail> SampleAsync(Guid planId, MailText text, string name, string to, MailAddresses addresses,
        CancellationToken ct)
    {
        MailPlan plan = await PlanAsync(planId, ct);
        string link = addresses.Open(plan.Wave.Slug, text.Language), stop = addresses.Stop(text.Language, "preview");
        (string subject, string body) = Fill(plan, text, name, link, stop);
        return new(Guid.NewGuid(), Guid.NewGuid().ToString("N"), 0, text.Language, to, name, plan.Terms.ReplyTo, subject, body, link, stop);
    }

    public void Dispose()
    {
        foreach (MailPlan plan in plans.Values) plan.Dispose();
    }

    private (string Subject, string Body) Fill(MailPlan plan, MailText text, string name, string link, string stop)
    {
        var values = new Dictionary<string, string>
        {
            [MailMerge.Name] = name,
            [MailMerge.Service] = plan.Service.In(text.Language),
            [MailMerge.Organisation] = plan.Organisation.In(text.Language),
            [MailMerge.LastDay] = lastDay(plan.Wave.EndsOn, text.Language),
            [MailMerge.Link] = link,
            [MailMerge.Stop] = stop,
        };
        return (MailMerge.Fill(text.Subject, values), MailMerge.Fill(text.Body, values));
    }
}
