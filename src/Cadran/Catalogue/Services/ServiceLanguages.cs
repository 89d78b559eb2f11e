using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>The languages a service is written in are those of its organisation.</summary>
public static class ServiceLanguages
{
    /// <summary>The usual one first.</summary>
    public static Task<IReadOnlyList<string>> LanguagesOfAsync(this CadranDb db, Service service, CancellationToken ct) =>
        db.Organisations.AsNoTracking().Where(o => o.Id == service.OrganisationId).Select(o => o.Languages).FirstAsync(ct);
}
