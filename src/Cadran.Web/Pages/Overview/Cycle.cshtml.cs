using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Overview;

/// <summary>How often the services of an organisation are to be measured: an older measurement is told with its age.</summary>
public sealed class OverviewCycleModel(CadranDb db, Access access, IStringLocalizer<Text> text) : PageModel
{
    /// <param name="Own">What the organisation says itself; null where it follows the one above.</param>
    public sealed record Row(LocalText Name, int Months, int? Own);

    [BindProperty]
    public CycleForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Organisations that say something of their own, and those above all others that the person administers.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Organisations.Count == 1) Input.OrganisationId = Guid.Parse(Organisations[0].Value!);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.Administer, Input.OrganisationId!.Value);
        Organisation organisation = await db.Organisations.FirstAsync(o => o.Id == Input.OrganisationId, ct);
        organisation.MeasureEvery(Input.Months);
        await db.Because("organisation.cycle").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Overview.Cycle);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.Administer, ct);
        var all = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name, o.ParentId, o.CycleMonths }).ToListAsync(ct);
        var cycles = MeasurementCycles.Of([.. all.Select(o => (o.Id, o.ParentId, o.CycleMonths))]);
        HashSet<Guid> mine = [.. access.Where(Right.Administer)];
        Rows =
        [
            .. all.Where(o => mine.Contains(o.Id) && (o.CycleMonths is not null || o.ParentId is not { } above || !mine.Contains(above)))
                .OrderBy(o => o.Name.In(Localization.Language), StringComparer.CurrentCultureIgnoreCase)
                .Select(o => new Row(o.Name, cycles.MonthsOf(o.Id), o.CycleMonths)),
        ];
    }

    public sealed class CycleForm
    {
        [Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation.")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "Months between two measurements")]
        public int? Months { get; set; }
    }
}
