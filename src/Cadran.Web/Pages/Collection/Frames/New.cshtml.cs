using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>A new frame, still without clients.</summary>
public sealed class FramesNewModel(CadranDb db, Access access, ImportFrame frames, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel
{
    private const int UsualMonths = 12;

    [BindProperty]
    public FrameForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.ContactsUntil = time.Today.AddMonths(UsualMonths);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Guid? service = null;
        if (!string.IsNullOrWhiteSpace(Input.Service) && Input.OrganisationId is { } within)
        {
            service = await db.Services.Where(s => s.Code == Input.Service.Trim() && s.OrganisationId == within)
                .Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
            if (service is null)
                ModelState.AddModelError("Input.Service", text["The organisation has no service of this number."]);
        }
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.RunCollection, Input.OrganisationId!.Value);
        Frame frame = frames.Add(Input.OrganisationId.Value, service, Input.Code!, Input.Name!, Input.ContactsUntil!.Value, access.Actor);
        if (await db.Frames.AnyAsync(f => f.OrganisationId == frame.OrganisationId && f.Code == frame.Code, ct)) throw Frame.CodeTaken();
        await db.Because("frame.create").SaveChangesAsync(ct);
        return Redirect(Routes.Frames.Import(frame.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.RunCollection);
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.RunCollection, ct);
        if (Organisations.Count == 1) Input.OrganisationId ??= Guid.Parse(Organisations[0].Value!);
    }
}
