using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages.Standards;

/// <summary>Several forms on one page: those that were not sent have nothing to be right, and are bound to names of no form.</summary>
internal static class OneForm
{
    /// <summary>Judges the form of that name alone.</summary>
    public static bool IsRight(this PageModel page, string name, object form)
    {
        foreach (string key in page.ModelState.Keys.Where(k => !k.StartsWith(name + ".", StringComparison.Ordinal)).ToList())
            page.ModelState.Remove(key);
        // Sent without a single field of its own, it was bound to names of no form too, and judged under these.
        if (page.ModelState.Count == 0) page.TryValidateModel(form, name);
        return page.ModelState.IsValid;
    }
}
