using System.ComponentModel.DataAnnotations;
using Cadran.Insight;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Overview;

/// <summary>The first page: every service a person may see, the one that needs it most first.</summary>
public sealed class OverviewIndexModel(CadranDb db, Access access, OrganisationTrees trees, Standings standings, KnownResults results,
    UserSessions sessions, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    // A reader waits this long for what is not worked out yet; the rest comes while the page is read.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    [BindProperty(SupportsGet = true), Display(Name = "Name or number")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Organisation { get; set; }
    [BindProperty(SupportsGet = true)] public StandingFilter Show { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Sort by")] public StandingOrder Sort { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "By organisation")] public bool Group { get; set; }
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    /// <summary>How many services there are for the person at all.</summary>
    public int All { get; private set; }
    public ListPage<ServiceStanding> Rows { get; private set; } = new();
    public StandingTotals Totals { get; private set; } = StandingTotals.Of([]);
    public StandardCounts Standards { get; private set; } = StandardCounts.None;
    public StandingScale Scale { get; private set; } = StandingScale.Of([]);

    /// <summary>The day of the visit before this one; null on the first.</summary>
    public DateOnly? Since { get; private set; }
    public bool MayChangeCycle => access.CanSomewhere(Right.Administer);
    public bool MayEditCatalogue => access.CanSomewhere(Right.EditCatalogue);
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IEnumerable<SelectListItem> Filters =>
        Enum.GetValues<StandingFilter>().Select(f => new SelectListItem(text.Filter(f), f.ToString()));
    public IEnumerable<SelectListItem> Orders =>
        Enum.GetValues<StandingOrder>().Select(o => new SelectListItem(text.Order(o), o.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        StandingList about = await LoadAsync(ct);
        Totals = StandingTotals.Of(about.Services);
        Standards = await standings.StandardsAsync(about.Services.Where(s => s.Last is not null), ct);
        IReadOnlyList<ServiceStanding> listed = Listed(about);
        int pages = Math.Max(1, (listed.Count + ListPage<ServiceStanding>.Size - 1) / ListPage<ServiceStanding>.Size);
        int page = Math.Clamp(P, 1, pages);
        var shown = listed.Skip((page - 1) * ListPage<ServiceStanding>.Size).Take(ListPage<ServiceStanding>.Size);
        Rows = new(await standings.DrawnAsync([.. shown], ct), page, listed.Count);
        Scale = StandingScale.Of(Rows.Rows);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        IReadOnlyList<ServiceStanding> listed = await standings.NamedAsync(Listed(await LoadAsync(ct)), ct);
        return File(StandingsCsv.Write(listed, text), "text/csv", "overview.csv");
    }

    private async Task<StandingList> LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        DateTime? before = access.Actor.UserId is { } person ? await sessions.BeforeAsync(person, ct) : null;
        Since = before is { } at ? time.DayOf(at) : null;
        StandingList all = await standings.ReadAsync(access, before, ct);
        if (all.Services.Any(s => !s.IsWorkedOut))
        {
            await results.SettleAsync(Patience, ct);
            all = await standings.ReadAsync(access, before, ct);
        }
        All = all.Services.Count;
        OrganisationTree tree = await trees.ReadAsync(db, ct);
        await LoadOrganisationsAsync(all, tree, ct);
        return all.About(Organisation is { } chosen ? tree.From(chosen) : null, Q);
    }

    private IReadOnlyList<ServiceStanding> Listed(StandingList about) =>
        about.Only(Show).By(Sort, Localization.Language == "fr", Group).Services;

    // With what lies below each: a department stands for its agencies.
    private async Task LoadOrganisationsAsync(StandingList all, OrganisationTree tree, CancellationToken ct)
    {
        var counts = all.Services.CountBy(s => s.OrganisationId).ToDictionary();
        var names = await db.Organisations.AsNoTracking().Where(o => access.Readable.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .ToListAsync(ct);
        Organisations =
        [
            .. names.Select(o => (o.Id, Name: o.Name.In(Localization.Language), Count: tree.From(o.Id).Sum(counts.GetValueOrDefault)))
                .Where(o => o.Count > 0)
                .OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(o => new SelectListItem($"{o.Name} ({o.Count:N0})", o.Id.ToString())),
        ];
    }
}
