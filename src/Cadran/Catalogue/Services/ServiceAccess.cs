using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

public static class ServiceAccess
{
    /// <summary>The service, tracked, when the person has the right on it.</summary>
    /// <exception cref="MissingException">Nothing that the person may know of.</exception>
    /// <exception cref="ForbiddenException">The person may see it, but has not that right.</exception>
    public static async Task<Service> FindServiceAsync(this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Service service = await db.Services.FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw new MissingException("The service");
        access.Require(right, service.OrganisationId);
        return service;
    }
}
