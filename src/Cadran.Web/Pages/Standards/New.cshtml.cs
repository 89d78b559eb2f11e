using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Standards;

/// <summary>A standard written by hand, for services without an inventory file.</summary>
public sealed class StandardsNewModel(CadranDb db, Access access) : LoadedPage<Service>
{
    [BindProperty(SupportsGet = true)]
    public Guid Service { get; set; }

    [BindProperty, Display(Name = "Number"), Required(ErrorMessage = "Enter a number or a short code.")]
    [StringLength(ServiceStandard.CodeMaxLength, ErrorMessage = "Shorten this number: {1} characters at most.")]
    public string? Code { get; set; }

    [BindProperty]
    public StandardForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct) => Shown = await db.FindServiceAsync(access, Service, Right.EditCatalogue, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await db.FindServiceAsync(access, Service, Right.EditCatalogue, ct);
        if (!ModelState.IsValid) return this.Invalid();
        ServiceStandard standard = ServiceStandard.Create(Shown.Id, Code!.Trim(), Input.Text(), Input.Type!, Input.Channel!);
        if (await db.ServiceStandards.AnyAsync(s => s.ServiceId == Shown.Id && s.CodeKey == standard.CodeKey, ct))
            throw ServiceStandard.CodeTaken();
        db.ServiceStandards.Add(standard);
        await db.Because("standard.create").SaveChangesAsync(ct);
        return Redirect(Routes.Standards.Edit(standard.Id));
    }
}
