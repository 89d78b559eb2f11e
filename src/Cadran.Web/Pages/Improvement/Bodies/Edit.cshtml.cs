using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Changes what a body is called, who sits in it, and how often it meets.</summary>
public sealed class BodiesEditModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<GovernanceBody>, IReloadedPage
{
    [BindProperty]
    public BodyForm Input { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await db.FindBodyAsync(access, id, Right.Improve, ct);
        Input = BodyForm.Of(Shown);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await db.FindBodyAsync(access, id, Right.Improve, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        Shown.Change(Input.Name, Input.Members, Input.EveryMonths!.Value, Input.Audits);
        await db.Because("body.change").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Bodies.Show(id));
    }

    /// <summary>Somebody else changed the body: the form shows what it is now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await db.FindBodyAsync(access, Shown.Id, Right.Improve, ct);
        ModelState.Clear();
        Input = BodyForm.Of(Shown);
    }
}
