using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>A service written by hand, for organisations without an inventory file.</summary>
public sealed class ServicesNewModel(CadranDb db, Access access, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public ServiceForm Input { get; set; } = new();

    [BindProperty]
    public OwnerForm Owner { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Those in which any of the organisations works, the usual ones first.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.EditCatalogue, Owner.OrganisationId!.Value);
        Service service = Service.Create(Owner.OrganisationId.Value, Owner.Code!, Input.Name(), Input.Description());
        if (await db.Services.AnyAsync(s => s.CodeKey == service.CodeKey, ct)) throw Service.CodeTaken();
        db.Services.Add(service);
        await db.Because("service.create").SaveChangesAsync(ct);
        TempData["Flash"] = text["The service is in the catalogue."].Value;
        return Redirect(Routes.Services.Show(service.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.EditCatalogue);
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.EditCatalogue, ct);
        List<Guid> mine = [.. access.Where(Right.EditCatalogue)];
        List<IReadOnlyList<string>> spoken =
            await db.Organisations.AsNoTracking().Where(o => mine.Contains(o.Id)).Select(o => o.Languages).ToListAsync(ct);
        Languages = [.. spoken.Select(l => l[0]).Concat(spoken.SelectMany(l => l)).Distinct()];
        if (Organisations.Count == 1) Owner.OrganisationId ??= Guid.Parse(Organisations[0].Value!);
    }

    public sealed class OwnerForm
    {
        [Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation.")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "Number"), Required(ErrorMessage = "Enter a number or a short code.")]
        [StringLength(Service.CodeMaxLength, ErrorMessage = "Shorten this number: {1} characters at most.")]
        public string? Code { get; set; }
    }
}
