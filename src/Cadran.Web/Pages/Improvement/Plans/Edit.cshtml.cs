using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Changes what is written in a draft of a plan.</summary>
public sealed class PlansEditModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<ServicePlan>, IReloadedPage
{
    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public LocalText ServiceName { get; private set; } = LocalText.Empty;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = PlanForm.Of(Shown.Texts, Shown.Version);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        Shown.Rewrite(Input.Texts);
        await db.Because("plan.rewrite").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Plans.Show(id));
    }

    /// <summary>Somebody else changed the plan: the form shows what it is now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Id, ct);
        ModelState.Clear();
        Input = PlanForm.Of(Shown.Texts, Shown.Version);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Shown, Service service) = await db.FindPlanAsync(access, id, Right.Improve, ct);
        ServiceName = service.Name;
    }
}
