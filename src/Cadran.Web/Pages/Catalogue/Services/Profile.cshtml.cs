using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What the inventory says about a service: its volumes by channel, its standards and what the quality rules find.</summary>
public sealed class ServicesProfileModel(CadranDb db, Access access, InventoryParts parts) : LoadedPage<ProfileView>
{
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Service service = await db.Services.AsNoTracking().Include(s => s.Volumes).FirstOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new MissingException("The service");
        access.Require(Right.Read, service.OrganisationId);
        LocalText organisation = await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        List<ServiceStandard> found = await db.ServiceStandards.AsNoTracking().Include(s => s.Results)
            .Where(s => s.ServiceId == id).ToListAsync(ct);
        ProfileStandard[] standards =
        [
            .. from standard in found.OrderBy(s => s.Code, StringComparer.Ordinal)
               from result in standard.Results.OrderByDescending(r => r.FiscalYear, StringComparer.Ordinal)
               select new ProfileStandard(standard, result),
        ];
        Shown = new(service, organisation, standards, [.. OfService(service, standards), .. standards.SelectMany(OfStandard)])
        {
            WithoutYear = [.. found.Where(s => s.Results.Count == 0).OrderBy(s => s.Code, StringComparer.Ordinal)],
            MayEdit = access.Can(Right.EditCatalogue, service.OrganisationId),
        };
    }

    private IEnumerable<ProfileRemark> OfService(Service service, IEnumerable<ProfileStandard> standards)
    {
        ReportedVolume[] volumes = [.. service.Volumes.Where(v => v.FiscalYear == service.FiscalYear).Select(v => v.AsReported)];
        long cases = standards.Where(s => s.Result.FiscalYear == service.FiscalYear).Sum(s => s.Result.Total ?? 0);
        return ServiceQuality.Of(service.Profile, volumes).Concat(StandardQuality.OfService(volumes, cases)).Select(r => Said(null, r));
    }

    private IEnumerable<ProfileRemark> OfStandard(ProfileStandard standard) =>
        StandardQuality.Of(standard.Result.Figures, standard.Result.ReportedOn).Select(r => Said(standard.Standard.Code, r));

    private ProfileRemark Said(string? standard, Remark remark) => new(standard, parts.Rule(remark.Code), remark.Args);
}
