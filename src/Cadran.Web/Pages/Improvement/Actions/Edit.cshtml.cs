using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Corrects an action: its texts, its owner, its date. What it should move, and by how much, was set before and stays.</summary>
public sealed class ActionsEditModel(CadranDb db, Access access, OrganisationTrees trees, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ImprovementAction>, IReloadedPage
{
    [BindProperty]
    public ActionEditForm Input { get; set; } = new();

    /// <summary>Who may act on the service, and who was chosen before.</summary>
    public IEnumerable<SelectListItem> Owners => owners!.Items;

    private OwnerChoice? owners;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = ActionEditForm.Of(Shown);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        bool decided = Shown.Ruling is not null || !string.IsNullOrWhiteSpace(Input.Owner) || Input.OwnerId is not null;
        ActionOwner? owner = decided ? owners!.Check(Input.OwnerId, Input.Owner, ModelState) : null;
        ActionOwner? substitute = owners!.CheckSubstitute(Input.SubstituteId, ModelState);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        Shown.Correct(Input.Title(Shown.Title), Input.Description(Shown.Description), owner?.Name ?? Input.Owner ?? "", owner?.Id,
            Input.DueOn!.Value, Input.Reason, access.Actor, time.Now, substitute);
        await db.Because("action.correct").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Actions.Show(id));
    }

    /// <summary>Somebody else changed the action: the form shows what it is now, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Id, ct);
        ModelState.Clear();
        Input = ActionEditForm.Of(Shown);
    }

    private async Task<ImprovementAction> LoadAsync(Guid id, CancellationToken ct)
    {
        (ImprovementAction action, Service service) = await db.FindActionAsync(access, id, Right.Improve, ct);
        List<ActionOwner> known = [.. await ActionOwners.OfAsync(db, await trees.ReadAsync(db, ct), service.OrganisationId, ct)];
        if (action.OwnerId is { } before && known.All(o => o.Id != before)) known.Insert(0, new(before, action.Owner));
        if (action.SubstituteId is { } other && known.All(o => o.Id != other)) known.Insert(0, new(other, action.Substitute));
        owners = new(known, text);
        return action;
    }
}
