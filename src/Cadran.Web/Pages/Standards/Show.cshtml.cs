using System.Globalization;
using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>What a standard commits to, what was reached month by month, and whether it is stable.</summary>
public sealed class StandardsShowModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> words) : LoadedPage<ShowView>
{
    [BindProperty(SupportsGet = true)] public int? Months { get; set; }
    [BindProperty(SupportsGet = true)] public ChartKind? Chart { get; set; }

    /// <summary>How many first periods set centre and limits; all when empty.</summary>
    [BindProperty(SupportsGet = true)] public int? Base { get; set; }

    public IEnumerable<SelectListItem> Lengths(IStringLocalizer<Text> text) =>
        [new(text["Months"], "1"), new(text["Quarters"], "3")];

    public IEnumerable<SelectListItem> Kinds(IStringLocalizer<Text> text) =>
        Enum.GetValues<ChartKind>().Select(kind => new SelectListItem(TermsWords.Chart(kind, text), kind.ToString()));

    public IEnumerable<SelectListItem> Bases(IStringLocalizer<Text> text) =>
        new[] { 12, 24 }.Select(n => new SelectListItem(text["The first {0} periods", n], n.ToString(CultureInfo.InvariantCulture)));

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.EditCatalogue, ct);
        Shown.Standard.Publish(access.Actor, time.Now);
        await db.Because("standard.publish").SaveChangesAsync(ct);
        return Redirect(Routes.Standards.Show(id));
    }

    public async Task<IActionResult> OnPostUnpublishAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.EditCatalogue, ct);
        Shown.Standard.Unpublish();
        await db.Because("standard.unpublish").SaveChangesAsync(ct);
        return Redirect(Routes.Standards.Show(id));
    }

    private async Task<ShowView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (ServiceStandard standard, Service service) = await db.FindWholeStandardAsync(access, id, right, ct);
        Guid? calendar = standard.Latest?.Terms.CalendarId;
        int months = Months is ReportingPeriod.Month or ReportingPeriod.Quarter ? Months.Value
            : standard.Periods.Exists(p => p.Months == ReportingPeriod.Month) || standard.Periods.Count == 0 ? ReportingPeriod.Month
            : ReportingPeriod.Quarter;
        return new(standard, service)
        {
            MayEdit = access.Can(Right.EditCatalogue, service.OrganisationId),
            Calendar = await db.ServiceCalendars.Where(c => c.Id == calendar).Select(c => c.Name).FirstOrDefaultAsync(ct),
            Months = months,
            Raised = await new EntryOrigins(db, words).FromAsync(SourceKind.Standard, id, service.Id,
                access.Can(Right.Improve, service.OrganisationId), ct),
            Chart = StandardChart.Of([.. standard.Periods.Where(p => p.Months == months)], Chart, Base is > 0 ? Base : null),
            Cases = await db.CaseFiles.AsNoTracking().Where(f => f.StandardId == id && f.TakenAtUtc != null)
                .OrderByDescending(f => f.TakenAtUtc).FirstOrDefaultAsync(ct),
        };
    }
}
