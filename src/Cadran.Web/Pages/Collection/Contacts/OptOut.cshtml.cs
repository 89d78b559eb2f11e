using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Puts somebody on the opt-out list who said so, or takes off who changed his mind. Nobody can read the list.</summary>
public sealed class ContactsOptOutModel(CadranDb db, Access access, OptOuts list, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public OptOutForm Input { get; set; } = new();

    public int Total { get; private set; }
    public IEnumerable<SelectListItem> Kinds =>
        Enum.GetValues<ContactKind>().Select(kind => new SelectListItem(text[FrameWords.Name(kind)], kind.ToString()));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        await list.AddAsync(Input.Kind, Input.Contact!, Input.Reason, access.Actor, ct);
        return Said(text["The contact is on the list: nobody draws it from now on."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        await list.RemoveAsync(Input.Kind, Input.Contact!, ct);
        return Said(text["The contact is off the list."]);
    }

    private RedirectResult Said(string what)
    {
        TempData["Flash"] = what;
        return Redirect(Routes.Contacts.OptOut);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.RunCollection);
        Total = await db.OptOuts.CountAsync(ct);
    }

    public sealed class OptOutForm
    {
        [Display(Name = "What it is")]
        public ContactKind Kind { get; set; }

        [Display(Name = "Contact"), Required(ErrorMessage = "Enter the contact.")]
        [StringLength(Cadran.Collection.Contact.FieldMaxLength)]
        public string? Contact { get; set; }

        [Display(Name = "Reason"), StringLength(OptOut.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
