using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

public static class StandardAccess
{
    /// <summary>The standard with its years, tracked, and its service, under the rules of <see cref="ServiceAccess"/>.</summary>
    public static async Task<(ServiceStandard Standard, Service Service)> FindStandardAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        ServiceStandard standard = await db.ServiceStandards.Include(s => s.Results).FirstOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new MissingException("The standard");
        return (standard, await db.FindServiceAsync(access, standard.ServiceId, right, ct));
    }

    /// <summary>The same with everything that belongs to it: versions, targets, months and notes.</summary>
    public static async Task<(ServiceStandard Standard, Service Service)> FindWholeStandardAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        (ServiceStandard standard, _) = await db.FindWholeStandardAsync(id, ct);
        return (standard, await db.FindServiceAsync(access, standard.ServiceId, right, ct));
    }

    /// <summary>The same for who may everything: commands.</summary>
    public static async Task<(ServiceStandard Standard, Service Service)> FindWholeStandardAsync(
        this CadranDb db, Guid id, CancellationToken ct)
    {
        ServiceStandard standard = await db.ServiceStandards.Include(s => s.Results).Include(s => s.Versions).Include(s => s.Targets)
            .Include(s => s.Periods).Include(s => s.Notes).AsSplitQuery().OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new MissingException("The standard");
        return (standard, await db.Services.FirstAsync(s => s.Id == standard.ServiceId, ct));
    }
}
