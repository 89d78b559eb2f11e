using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The nine steps of every service that the person may read, and what most of them lack.</summary>
public sealed class StepsIndexModel(CadranDb db, Access access, StepFactsReader facts, IStringLocalizer<Text> text) : PageModel
{
    public sealed record Row(Guid Id, LocalText Name, Guid OrganisationId, LocalText Organisation, NineSteps Steps);

    /// <summary>How many services have something, lack it, are late with it or wait for something before it.</summary>
    public sealed record Tally(StepNeedKind Need, int Done, int Begun, int Late, int Missing, int Waits);

    [BindProperty(SupportsGet = true), Display(Name = "Name or number")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Organisation { get; set; }

    /// <summary>Only services that lack this, or are late with it.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "What is missing")] public StepNeedKind? Lacks { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Fewest steps first")] public bool Fewest { get; set; }
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    /// <summary>How many services there are for the person at all.</summary>
    public int All { get; private set; }
    public int Finished { get; private set; }
    public ListPage<Row> Rows { get; private set; } = new();
    public IReadOnlyList<Tally> Tallies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IEnumerable<SelectListItem> Needs =>
        Enum.GetValues<StepNeedKind>().Select(n => new SelectListItem(text.Need(n), n.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        IQueryable<Service> services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        var steps = await facts.OfAsync(services, ct);
        bool french = Localization.Language == "fr";
        var found = await services.OrderBy(s => french ? s.SortFr : s.SortEn).ThenBy(s => s.Code)
            .Select(s => new { s.Id, s.Code, s.Search, s.Name, s.OrganisationId }).ToListAsync(ct);
        var names = await db.Organisations.AsNoTracking().Where(o => readable.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        All = found.Count;
        Organisations =
        [
            .. found.CountBy(s => s.OrganisationId).Select(o => (o.Key, Name: names[o.Key].In(Localization.Language), o.Value))
                .OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(o => new SelectListItem($"{o.Name} ({o.Value:N0})", o.Key.ToString())),
        ];
        // A service that was added meanwhile is seen the next time.
        IReadOnlyList<Row> about =
        [
            .. found.Where(s => Organisation is null || s.OrganisationId == Organisation).Matching(Q, s => (s.Code, s.Search))
                .Where(s => steps.ContainsKey(s.Id))
                .Select(s => new Row(s.Id, s.Name, s.OrganisationId, names[s.OrganisationId], steps[s.Id])),
        ];
        Tallies = [.. Enum.GetValues<StepNeedKind>().Select(need => Count(need, [.. about.Select(r => r.Steps[need].State)]))];
        Finished = about.Count(r => r.Steps.Done == NineSteps.Count);
        IEnumerable<Row> listed = about;
        if (Lacks is { } lacked) listed = listed.Where(r => r.Steps[lacked].State is StepState.Missing or StepState.Late);
        if (Fewest) listed = listed.OrderBy(r => r.Steps.Done);
        Rows = Page([.. listed]);
    }

    private ListPage<Row> Page(IReadOnlyList<Row> listed)
    {
        int page = Math.Clamp(P, 1, Math.Max(1, (listed.Count + ListPage<Row>.Size - 1) / ListPage<Row>.Size));
        return new([.. listed.Skip((page - 1) * ListPage<Row>.Size).Take(ListPage<Row>.Size)], page, listed.Count);
    }

    private static Tally Count(StepNeedKind need, IReadOnlyList<StepState> states)
    {
        int Of(StepState state) => states.Count(s => s == state);
        return new(need, Of(StepState.Done), Of(StepState.Begun), Of(StepState.Late), Of(StepState.Missing), Of(StepState.Waits));
    }
}
