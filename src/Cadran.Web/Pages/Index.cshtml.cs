using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages;

/// <summary>The cycle starts with the services.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => Redirect(Routes.Catalogue.Index);
}
