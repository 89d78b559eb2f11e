using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

public sealed class DecisionsShowModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    public Decision Decision { get; private set; } = null!;
    public Service Service { get; private set; } = null!;
    public string WaveName { get; private set; } = "";
    public bool MayImprove => access.Can(Right.Improve, Service.OrganisationId);
    public bool Withdrawn => Decision.IsWithdrawn;
    public IReadOnlyList<ImprovementAction> Actions { get; private set; } = [];

    [BindProperty]
    public DecisionTextsForm Texts { get; set; } = new();

    /// <summary>Texts were sent and refused: their form stays open.</summary>
    public bool AddingTexts { get; private set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        Decision.Withdraw(access.Actor, time.Now);
        return await SaveAsync("decision.withdraw", ct);
    }

    /// <summary>The other language of what was recorded in one.</summary>
    public async Task<IActionResult> OnPostTextsAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        AddingTexts = true;
        if (!Texts.IsWritten) ModelState.AddModelError("", text["Write at least one of the texts."]);
        if (!ModelState.IsValid) return this.Invalid();
        Decision.AddTexts(Texts.Title, Texts.Reasons, Texts.Body, access.Actor, time.Now);
        return await SaveAsync("decision.texts", ct);
    }

    private async Task<IActionResult> SaveAsync(string what, CancellationToken ct)
    {
        try
        {
            await db.Because(what).SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(Decision.Id, Right.Improve, ct);
            throw AddedText.Late();
        }
        return Redirect(Routes.Decisions.Show(Decision.Id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Decision, Service) = await db.FindDecisionAsync(access, id, right, ct);
        WaveName = await db.Waves.Where(w => w.Id == Decision.WaveId).Select(w => w.Name).FirstAsync(ct);
        Actions = await db.ImprovementActions.AsNoTracking().Where(a => a.DecisionId == id).OrderBy(a => a.DueOn).ToListAsync(ct);
    }
}
