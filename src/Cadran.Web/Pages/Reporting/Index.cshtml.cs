using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Reporting;

/// <summary>The reports there are: one for each service that has measured, with how it stands.</summary>
public sealed class ReportingIndexModel(Access access, Standings standings, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name or number")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Late only")]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Sort by")]
    public StandingOrder Sort { get; set; } = StandingOrder.Name;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Services that have measured, whatever the filters.</summary>
    public int All { get; private set; }
    public ListPage<ServiceStanding> Rows { get; private set; } = new();
    public IEnumerable<SelectListItem> Orders =>
        Enum.GetValues<StandingOrder>().Select(o => new SelectListItem(text.Order(o), o.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        IReadOnlyList<ServiceStanding> listed = await LoadAsync(ct);
        const int size = ListPage<ServiceStanding>.Size;
        int page = Math.Clamp(P, 1, Math.Max(1, (listed.Count + size - 1) / size));
        Rows = new(await standings.NamedAsync([.. listed.Skip((page - 1) * size).Take(size)], ct), page, listed.Count);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct) =>
        File(StandingsCsv.Write(await standings.NamedAsync(await LoadAsync(ct), ct), text), "text/csv", "reports.csv");

    private async Task<IReadOnlyList<ServiceStanding>> LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        StandingList measured = (await standings.ReadAsync(access, null, ct)).Only(StandingFilter.Measured);
        All = measured.Services.Count;
        StandingList found = measured.About(null, Q);
        return (Late ? found.Only(StandingFilter.Late) : found).By(Sort, Localization.Language == "fr", grouped: false).Services;
    }
}
