using Cadran.Catalogue;
using Cadran.Commitments;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Public;

/// <summary>What everybody can count on of a service: promises, last results, what is done about misses.</summary>
public sealed class PublicServiceModel(CadranDb db) : LoadedPage<PublicServiceModel.ServiceView>
{
    public sealed record ServiceView(Service Service, LocalText Organisation, IReadOnlyList<PublicStandard> Standards, bool HasCharter);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        (Service service, IReadOnlyList<PublicStandard> standards) =
            await PublicStandards.OfServiceAsync(db, id, ct) ?? throw new MissingException("The page");
        LocalText organisation = await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Shown = new(service, organisation, standards, await db.PublicCharterAsync(id, ct) is not null);
    }
}
