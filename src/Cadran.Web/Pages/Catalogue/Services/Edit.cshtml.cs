using Cadran.Catalogue;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Corrects names and descriptions. The number stays: other objects and files know the service by it.</summary>
public sealed class ServicesEditModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<Service>, IReloadedPage
{
    /// <summary>Those of the organisation, and others in which something is written.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    [BindProperty]
    public ServiceForm Input { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = ServiceForm.Of(Shown);
    }

    /// <summary>Somebody else changed the service: the form shows what it is now, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Id, ct);
        ModelState.Clear();
        Input = ServiceForm.Of(Shown);
    }

    /// <summary>A service written by hand that nothing belongs to.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        ModelState.Clear();
        Input = ServiceForm.Of(Shown);
        // What belongs to it may come at this moment: it is counted where nobody else saves.
        await using var alone = await db.BeginAloneAsync(ct);
        Shown.RequireDeletable(await BelongsToService.OfAsync(db, id, ct));
        db.Services.Remove(Shown);
        await db.Because("service.delete").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        TempData["Flash"] = text["The service {0} was deleted.", Shown.Name.In(Localization.Language)].Value;
        return Redirect(Routes.Catalogue.Index);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        Shown.Describe(Input.Name(Shown.Name), Input.Description(Shown.Description));
        await db.Because("service.edit").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Services.Show(id));
    }

    private async Task<Service> LoadAsync(Guid id, CancellationToken ct)
    {
        Service service = await db.FindServiceAsync(access, id, Right.EditCatalogue, ct);
        IReadOnlyList<string> spoken = await db.LanguagesOfAsync(service, ct);
        Languages = [.. spoken, .. LocalText.Languages.Except(spoken)
            .Where(l => service.Name.Exactly(l).Length + service.Description.Exactly(l).Length > 0)];
        return service;
    }
}
