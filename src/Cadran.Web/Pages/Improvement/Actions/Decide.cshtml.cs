using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Decides on an entry of the register that was assessed: it is approved, declined or deferred, with the reason.</summary>
public sealed class ActionsDecideModel(CadranDb db, Access access, OrganisationTrees trees, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ImprovementAction>, IReloadedPage
{
    [BindProperty]
    public RulingForm Input { get; set; } = new();

    /// <summary>Who may act on the service.</summary>
    public IEnumerable<SelectListItem> Owners => owners!.Items;

    public IEnumerable<SelectListItem> Rulings =>
    [
        new(text["Approve: it is to be done"], nameof(ActionRuling.Approved)),
        new(text["Defer: not now"], nameof(ActionRuling.Deferred)),
        new(text["Decline: it is not to be done"], nameof(ActionRuling.Declined)),
    ];

    private OwnerChoice? owners;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        (Input.Version, Input.DueOn) = (Shown.Version, Shown.DueOn);
        if (Shown.Owner.Length > 0) (Input.OwnerId, Input.Owner) = (Shown.OwnerId, Shown.OwnerId is null ? Shown.Owner : null);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        ActionOwner? owner = null;
        if (Input.Ruling == ActionRuling.Approved)
        {
            owner = owners!.Check(Input.OwnerId, Input.Owner, ModelState);
            if (Input.DueOn is null) ModelState.AddModelError("Input.DueOn", text["Enter the date."]);
        }
        if (Input is { Ruling: ActionRuling.Deferred, Until: null }) ModelState.AddModelError("Input.Until", text["Enter the date."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        LocalText reason = WrittenText.Of(Input.Reason, Input.AlsoReason);
        if (Input.Ruling == ActionRuling.Approved)
            Shown.Approve(owner?.Name ?? Input.Owner!, owner?.Id, Input.DueOn!.Value, reason, access.Actor, time.Now);
        else if (Input.Ruling == ActionRuling.Deferred) Shown.Defer(Input.Until!.Value, reason, access.Actor, time.Now);
        else Shown.Decline(reason, access.Actor, time.Now);
        await db.Because("action.decide").SaveChangesAsync(ct);
        return Redirect(Routes.Actions.Show(id));
    }

    /// <summary>Somebody else changed the entry: what was typed stays, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Id, ct);
        ModelState.Remove("Input.Version");
        Input.Version = Shown.Version;
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Shown, Service service) = await db.FindActionAsync(access, id, Right.Improve, ct);
        owners = new(await ActionOwners.OfAsync(db, await trees.ReadAsync(db, ct), service.OrganisationId, ct), text);
    }
}
