using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>What has gone out to the people of a wave, what is late and why, and what can be done about it.</summary>
public sealed class WavesInvitationsModel(CadranDb db, Access access, ResendUncertain resend, Mailer mailer, TimeProvider time,
    AnswerWaves answering, IStringLocalizer<Text> text) : LoadedPage<InvitationsView>, IReloadedPage
{
    public bool HasServer => mailer.IsSetUp;
    public DateTime Now { get; } = time.Local(time.Now.AtUtc);
    public WaveState State => Shown.Wave.StateOn(DateOnly.FromDateTime(Now));

    public DateTime Local(DateTime utc) => time.Local(utc);

    /// <summary>A round whose hour has passed, and nothing was made ready.</summary>
    public bool IsLate(PlannedRound round) => round.Made is null && round.Due <= Now;

    /// <summary>What a round is called.</summary>
    public string Name(PlannedRound round) =>
        round.Kind == MailKind.Reminder ? text["Reminder {0}", round.Number] : text[InvitationWords.Name(round.Kind)];

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostScheduleAsync(Guid id, CancellationToken ct)
    {
        InvitationPlan plan = await PlanAsync(id, ct);
        plan.Schedule(Shown.Wave, access.Actor, time.Now);
        await db.Because("invitations.schedule").SaveChangesAsync(ct);
        return Done(text["The messages are scheduled."]);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct)
    {
        InvitationPlan plan = await PlanAsync(id, ct);
        plan.Stop(access.Actor, time.Now);
        await db.Because("invitations.stop").SaveChangesAsync(ct);
        return Done(text["Nothing goes out any more. What waits stays waiting."]);
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken ct)
    {
        InvitationPlan plan = await PlanAsync(id, ct);
        int messages = await resend.RunAsync(plan, access.Actor, ct);
        return Done(text.Plural("{0} message is sent again.|{0} messages are sent again.", messages));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Wave.Id, Right.Read, ct);

    private RedirectResult Done(string said)
    {
        // Who may answer changes with the plan.
        answering.Forget(Shown.Wave.Slug);
        TempData["Flash"] = said;
        return Redirect(Routes.Waves.Invitations(Shown.Wave.Id));
    }

    private async Task<InvitationPlan> PlanAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        return Shown.Plan ?? throw new RuleViolationException("invitations.no-plan", "Nothing is planned: plan the messages first.");
    }

    private async Task<InvitationsView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, id, right, ct);
        Sample? sample = await db.Samples.AsNoTracking().FirstOrDefaultAsync(s => s.WaveId == id, ct);
        InvitationPlan? plan = await db.InvitationPlans.FirstOrDefaultAsync(p => p.WaveId == id, ct);
        return new(wave, service.Name, sample, plan, plan is null ? [] : await MailCount.OfAsync(db, plan.Id, ct),
            plan?.Terms.Links == LinkKind.Personal ? await MailCount.DoneAsync(db, plan.Id, ct) : null,
            access.Can(Right.RunCollection, service.OrganisationId));
    }
}
