using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Shared;

/// <summary>
/// Organisations on which the person has a right, for a list to choose from: those that none of the others is above come
/// first, then by name.
/// </summary>
internal static class OrganisationChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> ForAsync(CadranDb db, Access access, Right right, CancellationToken ct)
    {
        List<Guid> mine = [.. access.Where(right)];
        var organisations = await db.Organisations.AsNoTracking().Where(o => mine.Contains(o.Id))
            .Select(o => new { o.Id, o.Name, o.ParentId }).ToListAsync(ct);
        return
        [
            .. organisations
                .OrderBy(o => o.ParentId is { } parent && mine.Contains(parent))
                .ThenBy(o => o.Name.In(Localization.Language), StringComparer.CurrentCulture)
                .Select(o => new SelectListItem(o.Name.In(Localization.Language), o.Id.ToString())),
        ];
    }
}
