using Cadran.Catalogue;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>Published standards of services, for people without an account.</summary>
public static class PublicStandards
{
    /// <summary>Those of one service; null where nothing of it is published, as if it did not exist.</summary>
    public static async Task<(Service Service, IReadOnlyList<PublicStandard> Standards)?> OfServiceAsync(
        CadranDb db, Guid id, CancellationToken ct)
    {
        List<ServiceStandard> found = await Published(db).Where(s => s.ServiceId == id).ToListAsync(ct);
        if (found.Count == 0) return null;
        Service service = await db.Services.AsNoTracking().FirstAsync(s => s.Id == id, ct);
        return (service, [.. found.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new PublicStandard(s))]);
    }

    /// <summary>Those of the services of one organisation; empty where nothing of it is published.</summary>
    public static async Task<IReadOnlyList<(Service Service, IReadOnlyList<PublicStandard> Standards)>> OfOrganisationAsync(
        CadranDb db, Guid id, CancellationToken ct)
    {
        List<Service> services = await db.Services.AsNoTracking().Where(s => s.OrganisationId == id).OrderBy(s => s.CodeKey)
            .ToListAsync(ct);
        List<Guid> ids = [.. services.Select(s => s.Id)];
        ILookup<Guid, ServiceStandard> found = (await Published(db).Where(s => ids.Contains(s.ServiceId)).ToListAsync(ct))
            .ToLookup(s => s.ServiceId);
        return
        [
            .. from service in services
               where found.Contains(service.Id)
               select (service, (IReadOnlyList<PublicStandard>)
                   [.. found[service.Id].OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new PublicStandard(s))]),
        ];
    }

    private static IQueryable<ServiceStandard> Published(CadranDb db) => db.ServiceStandards.AsNoTracking()
        .Where(s => s.PublishedAtUtc != null).Include(s => s.Results).Include(s => s.Versions).Include(s => s.Targets)
        .Include(s => s.Periods).Include(s => s.Notes).AsSplitQuery().OrderBy(s => s.Id);
}
