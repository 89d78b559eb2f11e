using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

public sealed class DecisionsShowModel(CadranDb db, Access access, Citations citations, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<DecisionView>, IReloadedPage
{
    [BindProperty]
    public DecisionTextsForm Texts { get; set; } = new();

    /// <summary>Texts were sent and refused: their form stays open.</summary>
    public bool AddingTexts { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        Shown.Decision.Withdraw(access.Actor, time.Now);
        return await SaveAsync("decision.withdraw", ct);
    }

    /// <summary>The other language of what was recorded in one.</summary>
    public async Task<IActionResult> OnPostTextsAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Improve, ct);
        AddingTexts = true;
        if (!Texts.IsWritten) ModelState.AddModelError("", text["Write at least one of the texts."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Decision.AddTexts(Texts.Title, Texts.Reasons, Texts.Body, access.Actor, time.Now);
        return await SaveAsync("decision.texts", ct);
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Decision.Id, Right.Read, ct);

    private async Task<IActionResult> SaveAsync(string what, CancellationToken ct)
    {
        await db.Because(what).SaveChangesAsync(ct);
        return Redirect(Routes.Decisions.Show(Shown.Decision.Id));
    }

    private async Task<DecisionView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Decision decision, Service service) = await db.FindDecisionAsync(access, id, right, ct);
        var actions = await db.ImprovementActions.AsNoTracking().Where(a => a.DecisionId == id).OrderBy(a => a.DueOn).ToListAsync(ct);
        return new()
        {
            Decision = decision,
            Service = service,
            WaveName = await db.Waves.Where(w => w.Id == decision.WaveId).Select(w => w.Name).FirstAsync(ct),
            Actions = actions,
            Standings = await citations.OfAsync([decision], [], actions, ct),
            MayImprove = access.Can(Right.Improve, service.OrganisationId),
            On = time.Today,
        };
    }
}
