using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Sets up a body that looks at improvement in an organisation and all below it.</summary>
public sealed class BodiesNewModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    [BindProperty, Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation.")]
    public Guid? Organisation { get; set; }

    [BindProperty]
    public BodyForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.Improve, Organisation!.Value);
        GovernanceBody body = GovernanceBody.Make(Organisation.Value, Input.Name, Input.Members, Input.EveryMonths!.Value, Input.Audits,
            access.Actor, time.Now, Request.Number());
        db.GovernanceBodies.Add(body);
        await SentForm.OnceAsync(() => db.Because("body.make").SaveChangesAsync(ct));
        return Redirect(Routes.Bodies.Show(body.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Improve);
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.Improve, ct);
    }
}
