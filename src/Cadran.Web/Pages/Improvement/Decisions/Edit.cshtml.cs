using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Corrects what was written of a decision. The figures it rests on never change.</summary>
public sealed class DecisionsEditModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Decision>, IReloadedPage
{
    [BindProperty]
    public DecisionEditForm Input { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = DecisionEditForm.Of(Shown);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        // An action may start at this moment: what the rule asks is read where nobody else saves.
        await using var alone = await db.BeginAloneAsync(ct);
        var wave = await db.Waves.AsNoTracking().FirstAsync(w => w.Id == Shown.WaveId, ct);
        var actions = await db.ImprovementActions.AsNoTracking().Where(a => a.DecisionId == id).ToListAsync(ct);
        Shown.Correct(wave, Input.Title(Shown.Title), Input.Reasons(Shown.Reasons), Input.Body(Shown.Body), Input.DecidedOn!.Value, actions,
            Input.Reason, access.Actor, time.Now);
        await db.Because("decision.correct").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Decisions.Show(id));
    }

    /// <summary>Somebody else changed the decision: the form shows what it is now, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Id, ct);
        ModelState.Clear();
        Input = DecisionEditForm.Of(Shown);
    }

    private async Task<Decision> LoadAsync(Guid id, CancellationToken ct) =>
        (await db.FindDecisionAsync(access, id, Right.Improve, ct)).Decision;
}
