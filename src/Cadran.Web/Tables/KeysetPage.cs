using Cadran.Catalogue;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Tables;

/// <summary>
/// One page of services in the order of their names. The address names a service, not a page number: the page stays where it is when
/// services are added before it, and the last page costs what the first does.
/// </summary>
internal sealed record KeysetPage(IReadOnlyList<Guid> Ids, string? Previous, string? Next)
{
    private sealed record Place(Guid Id, string Code, string Sort);

    public static async Task<KeysetPage> LoadAsync(CadranDb db, IQueryable<Service> found, string? after, string? before, bool french,
        int size, CancellationToken ct)
    {
        var places = found.Select(s => new { s.Id, s.Code, Sort = french ? s.SortFr : s.SortEn });
        string? anchorKey = (before ?? after) is { } code ? InventoryNumber.Key(code) : null;
        Place? anchor = anchorKey is null ? null
            : await db.Services.AsNoTracking().Where(s => s.CodeKey == anchorKey)
            .Select(s => new Place(s.Id, s.Code, french ? s.SortFr : s.SortEn)).FirstOrDefaultAsync(ct);
        bool backwards = before is not null && anchor is not null;
        if (anchor is not null)
            places = backwards
                ? places.Where(s => s.Sort.CompareTo(anchor.Sort) < 0 || (s.Sort == anchor.Sort && s.Code.CompareTo(anchor.Code) < 0))
                : places.Where(s => s.Sort.CompareTo(anchor.Sort) > 0 || (s.Sort == anchor.Sort && s.Code.CompareTo(anchor.Code) > 0));
        var ordered = backwards
            ? places.OrderByDescending(s => s.Sort).ThenByDescending(s => s.Code)
            : places.OrderBy(s => s.Sort).ThenBy(s => s.Code);
        var rows = await ordered.Take(size + 1).ToListAsync(ct);
        bool more = rows.Count > size;
        rows = [.. rows.Take(size)];
        if (backwards) rows.Reverse();
        if (rows.Count == 0) return new KeysetPage([], null, null);
        return new KeysetPage([.. rows.Select(r => r.Id)],
            Previous: (backwards ? more : anchor is not null) ? rows[0].Code : null,
            Next: backwards || more ? rows[^1].Code : null);
    }
}
