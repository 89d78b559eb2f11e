using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What the inventory says about a service: its volumes by channel, its standards and what the quality rules find.</summary>
public sealed class ServicesProfileModel(CadranDb db, Access access) : PageModel
{
    public sealed record Standard(string Code, LocalText Text, string Type, string Channel, StandardResult Result, StandardOutcome Exact, StandardOutcome Rounded, StandardConfidence? Confidence)
    {
        /// <summary>Fewer cases than this leave so wide an interval that a success and a miss look alike.</summary>
        public const long FewCases = 30;
        public bool IsSmall => Result.Total is > 0 and < FewCases;
        public bool Flips => Exact.Met != Rounded.Met;
    }

    public Service Service { get; private set; } = null!;
    public LocalText Organisation { get; private set; } = LocalText.Empty;
    public bool MayEdit { get; private set; }
    public IReadOnlyList<string> Years { get; private set; } = [];
    public IReadOnlyList<Standard> Standards { get; private set; } = [];
    public IReadOnlyList<QualityCheck.Remark> Remarks { get; private set; } = [];
    public IReadOnlyList<(string Standard, QualityCheck.Remark Remark)> StandardRemarks { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Service = await db.Services.AsNoTracking().Include(s => s.Volumes).Include(s => s.Standards).ThenInclude(s => s.Results).AsSplitQuery()
            .FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw new MissingException("The service");
        access.Require(Right.Read, Service.OrganisationId);
        MayEdit = access.Can(Right.EditCatalogue, Service.OrganisationId);
        Organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == Service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Years = [.. Service.Volumes.Select(v => v.FiscalYear).Distinct().OrderDescending(StringComparer.Ordinal)];
        Standards = [.. Service.Standards.OrderBy(s => s.Code, StringComparer.Ordinal).SelectMany(s => s.Results.OrderByDescending(r => r.FiscalYear, StringComparer.Ordinal).Select(r => Assess(s, r)))];
        Check();
    }

    public ServiceVolume? Volume(string channel, string year) => Service.Volumes.Find(v => v.Channel == channel && v.FiscalYear == year);

    private void Check()
    {
        ReportedVolume[] volumes = [.. Service.Volumes.Where(v => v.FiscalYear == Service.FiscalYear).Select(v => new ReportedVolume(v.Channel, v.State, v.Count))];
        long cases = Standards.Where(s => s.Result.FiscalYear == Service.FiscalYear).Sum(s => s.Result.Total ?? 0);
        Remarks = [.. QualityCheck.Service(Service.Profile, volumes, cases)];
        StandardRemarks = [.. Standards.SelectMany(s => QualityCheck.Standard(s.Result.Target, s.Result.MeetingTarget, s.Result.Total, s.Result.ReportedMet).Select(r => (s.Code, r)))];
    }

    private static Standard Assess(ServiceStandard standard, StandardResult result)
    {
        decimal? target = QualityCheck.Target(result.Target);
        return new Standard(standard.Code, standard.Text, standard.Type, standard.Channel, result,
            ServiceStandardCheck.Evaluate(result.MeetingTarget, result.Total, target), ServiceStandardCheck.Evaluate(result.MeetingTarget, result.Total, target, ComparisonRule.Rounded()),
            result is { MeetingTarget: { } meeting, Total: { } total } ? StandardConfidence.Of(meeting, total, target) : null);
    }
}
