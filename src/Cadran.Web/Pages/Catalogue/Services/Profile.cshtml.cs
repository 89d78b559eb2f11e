using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What the inventory says about a service: its volumes by channel, its standards and what the quality rules find.</summary>
public sealed class ServicesProfileModel(CadranDb db, Access access, InventoryParts parts) : PageModel
{
    public Service Service { get; private set; } = null!;
    public LocalText Organisation { get; private set; } = LocalText.Empty;
    public bool MayEdit { get; private set; }
    public IReadOnlyList<string> Years { get; private set; } = [];
    public IReadOnlyList<ProfileStandard> Standards { get; private set; } = [];
    public IReadOnlyList<ProfileRemark> Remarks { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Service = await db.Services.AsNoTracking().Include(s => s.Volumes).FirstOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new MissingException("The service");
        access.Require(Right.Read, Service.OrganisationId);
        MayEdit = access.Can(Right.EditCatalogue, Service.OrganisationId);
        Organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == Service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Years = [.. Service.Volumes.Select(v => v.FiscalYear).Distinct().OrderDescending(StringComparer.Ordinal)];
        List<ServiceStandard> standards = await db.ServiceStandards.AsNoTracking().Include(s => s.Results)
            .Where(s => s.ServiceId == id).ToListAsync(ct);
        Standards =
        [
            .. from standard in standards.OrderBy(s => s.Code, StringComparer.Ordinal)
               from result in standard.Results.OrderByDescending(r => r.FiscalYear, StringComparer.Ordinal)
               select new ProfileStandard(standard, result),
        ];
        Remarks = [.. OfService(), .. Standards.SelectMany(OfStandard)];
    }

    public ServiceVolume? Volume(string channel, string year) => Service.VolumeOf(year, channel);

    private IEnumerable<ProfileRemark> OfService()
    {
        ReportedVolume[] volumes = [.. Service.Volumes.Where(v => v.FiscalYear == Service.FiscalYear).Select(v => v.AsReported)];
        long cases = Standards.Where(s => s.Result.FiscalYear == Service.FiscalYear).Sum(s => s.Result.Total ?? 0);
        return ServiceQuality.Of(Service.Profile, volumes).Concat(StandardQuality.OfService(volumes, cases)).Select(r => Said(null, r));
    }

    private IEnumerable<ProfileRemark> OfStandard(ProfileStandard standard) =>
        StandardQuality.Of(standard.Result.Figures, standard.Result.ReportedOn).Select(r => Said(standard.Standard.Code, r));

    private ProfileRemark Said(string? standard, Remark remark) => new(standard, parts.Rule(remark.Code), remark.Args);
}
