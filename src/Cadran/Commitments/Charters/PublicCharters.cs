using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Commitments;

/// <summary>Published charters, for people without an account.</summary>
public static class PublicCharters
{
    /// <summary>The one that is in force for a service; null where none is.</summary>
    public static Task<CharterVersion?> PublicCharterAsync(this CadranDb db, Guid serviceId, CancellationToken ct) =>
        db.CharterVersions.AsNoTracking().Where(c => c.ServiceId == serviceId && c.PublishedOn != null && c.WithdrawnOn == null)
            .OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);
}
