using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

/// <summary>An organisation written by hand, under one that the person administers.</summary>
public sealed class OrganisationsNewModel(CadranDb db, Access access, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public OrganisationForm Input { get; set; } = new();

    [BindProperty]
    public PlaceForm Place { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task OnGetAsync(Guid? parent, CancellationToken ct)
    {
        await LoadAsync(ct);
        Place.ParentId ??= parent;
        // It most likely works in the languages of the one above.
        IReadOnlyList<string>? above = Place.ParentId is { } id && access.Can(Right.Administer, id)
            ? await db.Organisations.Where(o => o.Id == id).Select(o => o.Languages).FirstOrDefaultAsync(ct) : null;
        Input.Languages = [.. above ?? Organisation.UsualLanguages];
        Input.Usual = above?[0];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.Administer, Place.ParentId!.Value);
        Organisation organisation = Organisation.Create(Place.Code!, Input.Name, Place.ParentId, Input.Ordered);
        if (await db.Organisations.AnyAsync(o => o.Code == organisation.Code, ct)) throw Organisation.CodeTaken();
        db.Organisations.Add(organisation);
        await db.Because("organisation.create").SaveChangesAsync(ct);
        TempData["Flash"] = text["The organisation is added. Give roles in it under People."].Value;
        return Redirect(Routes.Organisations.Index);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        Parents = await OrganisationChoices.ForAsync(db, access, Right.Administer, ct);
        if (Parents.Count == 1) Place.ParentId ??= Guid.Parse(Parents[0].Value!);
    }

    public sealed class PlaceForm
    {
        [Display(Name = "Under"), Required(ErrorMessage = "Choose an organisation.")]
        public Guid? ParentId { get; set; }

        [Display(Name = "Code"), Required(ErrorMessage = "Enter a number or a short code.")]
        [StringLength(Organisation.CodeMaxLength, ErrorMessage = "Shorten this number: {1} characters at most.")]
        public string? Code { get; set; }
    }
}
