using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.People;

/// <summary>The organisations that the person administers, each under the one it belongs to.</summary>
public sealed class OrganisationsIndexModel(CadranDb db, Access access) : PageModel
{
    /// <param name="Depth">How many of the organisations shown are above it.</param>
    public sealed record Row(
        Guid Id, string Code, LocalText Name, LocalText Under, IReadOnlyList<string> Languages, int Depth, int Services, int Roles);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        List<Guid> mine = [.. access.Where(Right.Administer)];
        List<Organisation> organisations = await db.Organisations.AsNoTracking().Where(o => mine.Contains(o.Id)).ToListAsync(ct);
        Dictionary<Guid, int> services = await db.Services.Where(s => mine.Contains(s.OrganisationId))
            .GroupBy(s => s.OrganisationId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        Dictionary<Guid, int> roles = await db.Memberships.Where(m => mine.Contains(m.OrganisationId))
            .GroupBy(m => m.OrganisationId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        Dictionary<Guid, Organisation> byId = organisations.ToDictionary(o => o.Id);
        ILookup<Guid?, Organisation> below = organisations.OrderBy(o => o.Name.In(Localization.Language), StringComparer.CurrentCulture)
            .ToLookup(o => o.ParentId is { } parent && byId.ContainsKey(parent) ? parent : (Guid?)null);
        Rows = [.. Under(null, 0)];

        IEnumerable<Row> Under(Guid? parent, int depth) => below[parent].SelectMany(o => Under(o.Id, depth + 1).Prepend(
            new(o.Id, o.Code, o.Name, o.ParentId is { } p && byId.TryGetValue(p, out Organisation? above) ? above.Name : LocalText.Empty,
                o.Languages, depth, services.GetValueOrDefault(o.Id), roles.GetValueOrDefault(o.Id))));
    }
}
