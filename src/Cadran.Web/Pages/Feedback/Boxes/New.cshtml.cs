using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Feedback;

/// <summary>Opens a box for ideas of the staff of a service, or of a whole organisation.</summary>
public sealed class BoxesNewModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    /// <summary>The service that the page was opened from; none for a whole organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty]
    public BoxForm Input { get; set; } = new();

    public LocalText? About { get; private set; }
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Service? service = await LoadAsync(ct);
        if (service is null && Input.Organisation is null) ModelState.AddModelError("Input.Organisation", "Choose an organisation.");
        if (!ModelState.IsValid) return this.Invalid();
        Guid organisation = service?.OrganisationId ?? Input.Organisation!.Value;
        access.Require(Right.Improve, organisation);
        IdeaBox box = IdeaBox.Open(organisation, service?.Id, Input.AnswerDays!.Value, access.Actor, time.Now, Request.Number());
        db.IdeaBoxes.Add(box);
        await SentForm.OnceAsync(() => db.Because("idea-box.open").SaveChangesAsync(ct));
        return Redirect(Routes.Boxes.Show(box.Id));
    }

    private async Task<Service?> LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Improve);
        if (ModelState[nameof(Service)] is { Errors.Count: > 0 }) throw new MissingException("The service");
        Service? service = Service is { } id ? await db.FindServiceAsync(access, id, Right.Improve, ct) : null;
        About = service?.Name;
        if (service is null) Organisations = await OrganisationChoices.ForAsync(db, access, Right.Improve, ct);
        return service;
    }

    public sealed class BoxForm
    {
        [Display(Name = "Organisation")]
        public Guid? Organisation { get; set; }

        [Display(Name = "Answered within so many days"), Required(ErrorMessage = "Enter within how many days each idea is answered.")]
        public int? AnswerDays { get; set; } = IdeaBox.UsualDays;
    }
}
