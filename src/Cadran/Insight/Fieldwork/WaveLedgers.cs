using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Fieldwork;
using Cadran.Statistics.Weighting;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Insight;

/// <summary>
/// Counts where the people of a sample are. Who has used a link is known to the program and to nobody: of fewer than ten who did, or did
/// not, nothing is told, neither alone nor by subtraction.
/// </summary>
public sealed class WaveLedgers(CadranDb db)
{
    private static readonly MailState[] Taken = [MailState.Sent, MailState.Repeated];

    /// <summary>Null for a wave without a sample, or whose contacts have gone.</summary>
    public async Task<WaveLedger?> OfAsync(Guid waveId, CancellationToken ct)
    {
        Sample? sample = await db.Samples.AsNoTracking().FirstOrDefaultAsync(s => s.WaveId == waveId, ct);
        if (sample is null) return null;
        InvitationPlan? plan = await db.InvitationPlans.AsNoTracking().FirstOrDefaultAsync(p => p.WaveId == waveId, ct);
        Guid planId = plan?.Id ?? Guid.Empty;
        List<LedgerPerson> people = await PeopleAsync(sample.Id, planId, ct);
        if (people.Count == 0) return null;
        bool known = plan?.Terms.Links == LinkKind.Personal && plan.ScheduledAtUtc is not null;
        int used = people.Count(p => p.Done), refused = people.Count(p => p is { OptedOut: true, Done: false });
        List<LedgerPerson> missed = [.. people.Where(p => p is { Invited: true, Delivered: false, Done: false, OptedOut: false })];
        int bounced = missed.Count(p => p.Bounced);
        bool told = known && Math.Min(used, people.Count - used) >= MailCount.FewestDone;
        int waiting = people.Count(p => p is { Delivered: true, Done: false, OptedOut: false });
        IReadOnlyList<LedgerStratum>? strata = told ? Strata(people) : null;
        return new(sample.Strata.Sum(s => s.Eligible), people.Count, people.Count(p => p.Invited),
            people.Count(p => p.Delivered), bounced, missed.Count - bounced, refused, told ? used : null,
            told ? new Dispositions(used, 0, refused, waiting, 0, 0, people.Count - used - refused - waiting, 0) : null,
            strata, strata?.All(s => s.Used is not null) == true ? Indicator(people) : null, await DaysAsync(planId, ct));
    }

    private Task<List<LedgerPerson>> PeopleAsync(Guid sampleId, Guid planId, CancellationToken ct) =>
        (from drawn in db.SampledPeople.AsNoTracking()
         join person in db.FramePeople on drawn.PersonId equals person.Id
         where drawn.SampleId == sampleId && drawn.Outcome == SampleOutcome.Drawn
         let invitation = db.Invitations.FirstOrDefault(i => i.PlanId == planId && i.PersonId == person.Id)
         select new LedgerPerson(person.Stratum, person.Language, invitation != null, invitation != null && invitation.Done,
             invitation != null && db.InvitationMails.Any(m => m.InvitationId == invitation.Id && Taken.Contains(m.State)),
             invitation != null && db.InvitationMails.Any(m => m.InvitationId == invitation.Id && m.State == MailState.Bounced),
             db.OptOuts.Any(o => o.Digest == person.EmailDigest || o.Digest == person.PhoneDigest || o.Digest == person.PostDigest)))
        .ToListAsync(ct);

    private static LedgerStratum[] Strata(List<LedgerPerson> people)
    {
        var groups = people.GroupBy(p => p.Stratum).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        // Few who did and few who did not are alike: each tells of single people, and none of them is nobody.
        CellBase[] cells = [.. groups.Select(g => new CellBase(Math.Max(1, Math.Min(g.Count(p => p.Done), g.Count(p => !p.Done)))))];
        Suppression?[] hidden = DisclosurePolicy.With(MailCount.FewestDone).Cells(cells);
        return [.. groups.Select((g, at) => new LedgerStratum(g.Key, g.Count(), g.Count(p => p.Invited),
            hidden[at] is null ? g.Count(p => p.Done) : null))];
    }

    private static double? Indicator(List<LedgerPerson> people)
    {
        var cells = people.CountBy(p => (p.Stratum, p.Language, p.Done)).ToArray();
        Factor strata = Factor.Of([.. cells.Select(c => (string?)c.Key.Stratum)]),
            languages = Factor.Of([.. cells.Select(c => (string?)c.Key.Language)]);
        Factor[] frame = [.. new[] { strata, languages }.Where(f => f.Levels > 1)];
        double[] size = [.. cells.Select(c => (double)c.Value)];
        try
        {
            ResponsePropensity fitted = ResponsePropensity.Fit([.. cells.Select(c => c.Key.Done)], frame, size);
            return Representativeness.Of(fitted.Propensity, size, fitted.SamplingVariance).AdjustedIndicator;
        }
        // A stratum or a language in which everybody or nobody answered has no chance that could be estimated.
        catch (Exception undefined) when (undefined is WeightingException or ArgumentException) { return null; }
    }

    private async Task<IReadOnlyList<LedgerDay>> DaysAsync(Guid planId, CancellationToken ct) =>
        [.. (await (from mail in db.InvitationMails
                    join invitation in db.Invitations on mail.InvitationId equals invitation.Id
                    where invitation.PlanId == planId && mail.SettledOn != null && Taken.Contains(mail.State)
                    group mail by new { On = mail.SettledOn!.Value, mail.Kind } into same
                    select new { same.Key.On, same.Key.Kind, Messages = same.Count() }).ToListAsync(ct))
            .Select(d => new LedgerDay(d.On, d.Kind, d.Messages)).OrderBy(d => d.On).ThenBy(d => d.Kind)];
}
