using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

public sealed class ActionsShowModel(
    CadranDb db, Access access, EvidenceReader evidence, Citations citations, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ActionView>, IReloadedPage
{
    [BindProperty, Display(Name = "Start date")]
    public DateOnly? StartedOn { get; set; }

    [BindProperty, Display(Name = "Delivery date")]
    public DateOnly? DeliveredOn { get; set; }

    [BindProperty, Display(Name = "Reason"), StringLength(ImprovementAction.DescriptionMaxLength)]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "Reason"), StringLength(ImprovementAction.DescriptionMaxLength)]
    public string? AlsoReason { get; set; }

    [BindProperty, Display(Name = "Reason"), StringLength(ImprovementAction.DescriptionMaxLength)]
    public string? ReopenReason { get; set; }

    [BindProperty, Display(Name = "Reason"), StringLength(ImprovementAction.DescriptionMaxLength)]
    public string? AlsoReopenReason { get; set; }

    /// <summary>Why a step is taken back.</summary>
    [BindProperty, Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TakeBackReason { get; set; }

    [BindProperty]
    public ActionTextsForm Texts { get; set; } = new();

    /// <summary>Texts were sent and refused: their form stays open.</summary>
    public bool AddingTexts { get; private set; }

    [BindProperty]
    public JudgementForm Judgement { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Read, ct);
        StartedOn = DeliveredOn = time.Today;
    }

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        if (StartedOn is not { } day) return Wrong(nameof(StartedOn), text["Enter the date."]);
        Shown.Action.Start(day, Shown.Decision, access.Actor, time.Now);
        return await SaveAsync("action.start", ct);
    }

    public async Task<IActionResult> OnPostDeliverAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        if (DeliveredOn is not { } day) return Wrong(nameof(DeliveredOn), text["Enter the date."]);
        Shown.Action.Deliver(day, Shown.Decision, access.Actor, time.Now);
        return await SaveAsync("action.deliver", ct);
    }

    public async Task<IActionResult> OnPostAbandonAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        if (string.IsNullOrWhiteSpace(Reason)) return Wrong(nameof(Reason), text["Give the reason."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Action.Abandon(WrittenText.Of(Reason, AlsoReason), access.Actor, time.Now);
        return await SaveAsync("action.abandon", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        if (string.IsNullOrWhiteSpace(Reason)) return Wrong(nameof(Reason), text["Give the reason."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Action.Close(WrittenText.Of(Reason, AlsoReason), access.Actor, time.Now);
        return await SaveAsync("action.close", ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        if (string.IsNullOrWhiteSpace(ReopenReason)) return Wrong(nameof(ReopenReason), text["Give the reason."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Action.Reopen(WrittenText.Of(ReopenReason, AlsoReopenReason), access.Actor, time.Now);
        return await SaveAsync("action.reopen", ct);
    }

    /// <param name="step">What the page showed when the button was pressed: another one that came since is not taken back for it.</param>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, ActionState step, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        if (string.IsNullOrWhiteSpace(TakeBackReason)) return Wrong(nameof(TakeBackReason), text["Give the reason."]);
        if (!ModelState.IsValid) return this.Invalid();
        if (step == ActionState.Abandoned) Shown.Action.TakeBackAbandoning(TakeBackReason, access.Actor, time.Now);
        else if (step == ActionState.Delivered) Shown.Action.TakeBackDelivery(TakeBackReason, access.Actor, time.Now);
        else Shown.Action.TakeBackStart(TakeBackReason, access.Actor, time.Now);
        return await SaveAsync("action.take-back", ct);
    }

    public async Task<IActionResult> OnPostJudgeAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        Shown.Action.RequireJudgeable();
        if (string.IsNullOrWhiteSpace(Judgement.Reason))
            ModelState.AddModelError("Judgement.Reason", text["Say what you conclude, and from what."]);
        if (Judgement.Verdict is null) ModelState.AddModelError("Judgement.Verdict", text["Choose a verdict."]);
        EffectEvidence? chosen = Shown.Evidence.FirstOrDefault(e => e.After.Id == Judgement.AfterWave);
        if (chosen is null) ModelState.AddModelError("Judgement.AfterWave", text["Choose a wave fielded after the delivery."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Action.Judge(chosen!, Judgement.Verdict == JudgementForm.Choice.Verified,
            WrittenText.Of(Judgement.Reason, Judgement.AlsoReason), access.Actor, time.Now);
        return await SaveAsync("action.judge", ct);
    }

    /// <summary>The other language of what was recorded in one.</summary>
    public async Task<IActionResult> OnPostTextsAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        AddingTexts = true;
        if (!Texts.IsWritten) ModelState.AddModelError("", text["Write at least one of the texts."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Action.AddTexts(Texts.Title, Texts.Description, Texts.AbandonedReason, Texts.VerdictReason, access.Actor, time.Now);
        return await SaveAsync("action.texts", ct);
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Action.Id, Right.Read, ct);

    private PageResult Wrong(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return this.Invalid();
    }

    private async Task<IActionResult> SaveAsync(string what, CancellationToken ct)
    {
        await db.Because(what).SaveChangesAsync(ct);
        return Redirect(Routes.Actions.Show(Shown.Action.Id));
    }

    private async Task<ActionView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (ImprovementAction action, Service service) = await db.FindActionAsync(access, id, right, ct);
        Decision? decision = await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.Id == action.DecisionId, ct);
        List<Wave> waves = await db.Waves.AsNoTracking().Where(w => w.ServiceId == service.Id).ToListAsync(ct);
        return new()
        {
            Action = action,
            Service = service,
            Decision = decision,
            Origin = await new EntryOrigins(db, text).OfAsync(action.Source, ct),
            Measure = action.Item is { } item ? await MeasureAsync(item, decision?.WaveId ?? waves.MaxBy(w => w.OpensOn)?.Id, ct) : null,
            Waves = waves,
            Evidence = action.Verdict is null ? await EvidenceAsync(action, waves, ct) : [],
            Standings = await citations.OfAsync(decision is null ? [] : [decision], [], [action], ct),
            MayImprove = access.Can(Right.Improve, service.OrganisationId),
            IsLate = action.IsOverdueOn(time.Today),
        };
    }

    private async Task<LocalText> MeasureAsync(string item, Guid? wave, CancellationToken ct) =>
        wave is { } asked ? await MeasureNames.AskedAsync(db, asked, item, ct) : MeasureNames.Of(item);

    private async Task<IReadOnlyList<EffectEvidence>> EvidenceAsync(ImprovementAction action, List<Wave> waves, CancellationToken ct)
    {
        (Wave? before, IReadOnlyList<Wave> after) = Effect.WavesFor(action, waves, time.Today);
        if (before is null || action.Item is not { } item) return [];
        var found = new List<EffectEvidence>();
        foreach (Wave wave in after) found.Add(await evidence.CitedEffectAsync(before, wave, item, ct));
        return found;
    }
}
