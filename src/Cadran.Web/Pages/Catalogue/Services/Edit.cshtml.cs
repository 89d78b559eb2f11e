using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Corrects names and descriptions. The number stays: other objects and files know the service by it.</summary>
public sealed class ServicesEditModel(CadranDb db, Access access, IStringLocalizer<Text> text) : PageModel
{
    public Service Service { get; private set; } = null!;

    [BindProperty]
    public ServiceForm Input { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Service = await db.FindServiceAsync(access, id, Right.EditCatalogue, ct);
        Input = ServiceForm.Of(Service);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Service = await db.FindServiceAsync(access, id, Right.EditCatalogue, ct);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        Service.Describe(Input.Name(Service.Name), Input.Description(Service.Description));
        await db.Because("service.edit").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Services.Show(id));
    }
}
