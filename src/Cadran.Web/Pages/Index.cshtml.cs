using Cadran.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages;

/// <summary>Leads to where the services stand. Whoever may not read them is told why, and what there is to do.</summary>
public sealed class IndexModel(Access access) : PageModel
{
    public bool EntersResponses => access.CanSomewhere(Right.EnterResponses);

    public IActionResult OnGet() => access.CanSomewhere(Right.Read) ? Redirect(Routes.Overview.Index()) : Page();
}
