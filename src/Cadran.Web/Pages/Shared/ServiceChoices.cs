using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Shared;

/// <summary>
/// Services on which the person has a right, for a list to choose from: by organisation, then by name, the number added where an
/// organisation has twins.
/// </summary>
internal static class ServiceChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> ForAsync(CadranDb db, Access access, Right right, CancellationToken ct)
    {
        List<Guid> mine = [.. access.Where(right)];
        var services = await (from s in db.Services.AsNoTracking()
                              join o in db.Organisations on s.OrganisationId equals o.Id
                              where mine.Contains(o.Id)
                              select new { s.Id, s.Code, s.Name, s.OrganisationId, Organisation = o.Name }).ToListAsync(ct);
        var named = services.Select(s =>
            (s.Id, s.Code, Name: s.Name.In(Localization.Language),
                Owner: (s.OrganisationId, Name: s.Organisation.In(Localization.Language))));
        return
        [
            .. from organisation in named.GroupBy(s => s.Owner).OrderBy(o => o.Key.Name, StringComparer.CurrentCultureIgnoreCase)
               let heading = new SelectListGroup { Name = organisation.Key.Name }
               let twins = organisation.CountBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase).Where(n => n.Value > 1)
                   .Select(n => n.Key).ToHashSet(StringComparer.CurrentCultureIgnoreCase)
               from s in organisation.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)
                   .ThenBy(s => s.Code, StringComparer.Ordinal)
               select new SelectListItem(twins.Contains(s.Name) ? $"{s.Name} ({s.Code})" : s.Name, s.Id.ToString()) { Group = heading },
        ];
    }
}
