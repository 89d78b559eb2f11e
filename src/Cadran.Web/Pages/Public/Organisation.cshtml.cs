using Cadran.Catalogue;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Public;

/// <summary>The services of an organisation that publish standards.</summary>
public sealed class PublicOrganisationModel(CadranDb db) : LoadedPage<PublicOrganisationModel.OrganisationView>
{
    public sealed record OrganisationView(
        LocalText Name, IReadOnlyList<(Service Service, IReadOnlyList<PublicStandard> Standards)> Services);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        var services = await PublicStandards.OfOrganisationAsync(db, id, ct);
        if (services.Count == 0) throw new MissingException("The page");
        Shown = new(await db.Organisations.Where(o => o.Id == id).Select(o => o.Name).FirstAsync(ct), services);
    }
}
