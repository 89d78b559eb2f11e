using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>Builds the agenda of a meeting from what is due, late or failed in the organisations of its body.</summary>
public sealed class Agendas(CadranDb db, OrganisationTrees trees, TargetStandings standings)
{
    /// <summary>What falls due within so many days after a meeting is looked at in it.</summary>
    public const int DueDays = 60;

    /// <summary>As it stands on the day of the meeting; the fixed one where minutes were begun.</summary>
    public async Task<IReadOnlyList<MeetingItem>> OfAsync(Meeting meeting, GovernanceBody body, CancellationToken ct)
    {
        if (meeting.IsFixed) return meeting.Agenda;
        Guid[] organisations = [.. (await trees.ReadAsync(db, ct)).From(body.OrganisationId)];
        var services = await db.Services.AsNoTracking().Where(s => organisations.Contains(s.OrganisationId))
            .Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var own = db.Services.Where(s => organisations.Contains(s.OrganisationId)).Select(s => s.Id);
        DateOnly on = meeting.On, due = on.AddDays(DueDays);
        var actions = await db.ImprovementActions.AsNoTracking()
            .Where(a => own.Contains(a.ServiceId)).Where(ImprovementAction.Undertaken)
            .Where(a => (a.DeliveredOn == null && a.DueOn <= due) || a.Verified == false).ToListAsync(ct);
        var waiting = await db.ImprovementActions.AsNoTracking()
            .Where(a => own.Contains(a.ServiceId)).Where(ImprovementAction.ToDecideOn(on)).ToListAsync(ct);
        // A verdict is looked at once: at the first meeting after it.
        DateOnly since = await db.Meetings.AsNoTracking().Where(m => m.BodyId == body.Id && m.On < on)
            .MaxAsync(m => (DateOnly?)m.On, ct) ?? DateOnly.MinValue;
        List<Target> targets = await db.Targets.AsNoTracking()
            .Where(t => own.Contains(t.ServiceId) && t.WithdrawnAtUtc == null).ToListAsync(ct);
        var progress = await standings.OfAsync(targets, ct);
        var names = await MeasureNames.AskedAsync(db, targets.Select(t => (t.BaselineWaveId, t.Item)), ct);
        var plans = await db.ServicePlans.AsNoTracking()
            .Where(p => own.Contains(p.ServiceId) && p.SubmittedAtUtc != null && p.ApprovedAtUtc == null).ToListAsync(ct);
        MeetingItem Item(MeetingItemKind kind, Guid subject, Guid service, LocalText title, DateOnly day) =>
            new(kind, subject, service, services[service], title, day);
        IEnumerable<MeetingItem> items =
        [
            .. await FollowUpsAsync(body, on, ct),
            .. actions.Where(a => a.DeliveredOn is null)
                .Select(a => Item(a.DueOn < on ? MeetingItemKind.ActionLate : MeetingItemKind.ActionDue, a.Id, a.ServiceId, a.Title,
                    a.DueOn)),
            .. actions.Where(a => a is { Verified: false, Verdict: { } verdict } && DateOnly.FromDateTime(verdict.AtUtc) >= since)
                .Select(a => Item(MeetingItemKind.EffectNotShown, a.Id, a.ServiceId, a.Title, DateOnly.FromDateTime(a.Verdict!.AtUtc))),
            .. targets.Where(t => progress[t.Id].Progress?.Status == TargetStatus.OffTrack)
                .Select(t => Item(MeetingItemKind.TargetMissed, t.Id, t.ServiceId, names[(t.BaselineWaveId, t.Item)], t.DueOn)),
            .. waiting.Select(a => Item(MeetingItemKind.EntryToDecide, a.Id, a.ServiceId, a.Title, a.DueOn)),
            .. plans.Select(p => Item(MeetingItemKind.PlanInReview, p.Id, p.ServiceId, new(p.Year, p.Year), p.From)),
        ];
        return [.. items.OrderBy(i => i.Kind).ThenBy(i => i.On).ThenBy(i => i.Key, StringComparer.Ordinal)];
    }

    // What an earlier meeting asked for and nobody has said to be done, from the day on by which it was to come back.
    private async Task<IEnumerable<MeetingItem>> FollowUpsAsync(GovernanceBody body, DateOnly on, CancellationToken ct) =>
        (await db.Meetings.AsNoTracking().Where(m => m.BodyId == body.Id && m.On < on).ToListAsync(ct))
            .SelectMany(meeting => meeting.Minutes.Where(m => m.DoneAtUtc is null && m.FollowUpOn <= on)
                .Select(m => meeting.Agenda.First(i => i.Key == m.Item) with { Kind = MeetingItemKind.FollowUp, On = m.FollowUpOn!.Value }))
            .DistinctBy(i => i.Key);
}
