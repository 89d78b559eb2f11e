using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>Performance against standards over every service the person may see, under any rule that has been official.</summary>
public sealed class StandardsIndexModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<StandardsReport>
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)] public string? Year { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Organisation { get; set; }
    [BindProperty(SupportsGet = true)] public string? Type { get; set; }
    [BindProperty(SupportsGet = true)] public TargetMet? Met { get; set; }

    /// <summary>The code of a rule; anything else compares each result by the rule that was official when it was reported.</summary>
    [BindProperty(SupportsGet = true)] public string? Rule { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty(SupportsGet = true)] public string? Before { get; set; }

    /// <summary>The rule that was asked for; null for the one in force.</summary>
    public ComparisonRule? Chosen => OfficialRule.All.FirstOrDefault(r => StandardWords.Code(r.Rule) == Rule)?.Rule;
    public IReadOnlyList<StandardLine> Lines { get; private set; } = [];

    /// <summary>Results on which the rules disagree, the first ones.</summary>
    public IReadOnlyList<StandardLine> Flips { get; private set; } = [];
    public IReadOnlyDictionary<Guid, LocalText> Names { get; private set; } = new Dictionary<Guid, LocalText>();
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    /// <summary>Services with results in the year shown.</summary>
    public int YearServices { get; private set; }
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IEnumerable<SelectListItem> Types => ServiceStandard.Types.Select(t => new SelectListItem(text[InventoryWords.For(t)], t));
    public IEnumerable<SelectListItem> Outcomes =>
    [
        new(text["Met"], nameof(TargetMet.Yes)), new(text["Missed"], nameof(TargetMet.No)),
        new(text["Cannot be assessed"], nameof(TargetMet.NotApplicable)),
    ];
    public IEnumerable<SelectListItem> Rules =>
    [
        new(text["Official rule at the time"], "official"),
        .. OfficialRule.All.Reverse().Select(r => new SelectListItem(StandardWords.Rule(r.Rule, text), StandardWords.Code(r.Rule))),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        List<AssessedStandard> page = PageOfList(), flips = [.. Shown.All.Where(s => s.Assessment.DependsOnRule).Take(Size)];
        var lines = (await StandardTexts.LoadAsync(db, page.Union(flips).ToList(), ct)).ToDictionary(l => l.Standard.ResultId);
        (Lines, Flips) = (Of(page), Of(flips));

        List<StandardLine> Of(List<AssessedStandard> standards) =>
            [.. standards.Select(s => lines.GetValueOrDefault(s.ResultId)).OfType<StandardLine>()];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return File(StandardsCsv.Write(await StandardTexts.LoadAsync(db, Shown.Listed, ct), Names, text), "text/csv", "standards.csv");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        Names = await db.Organisations.AsNoTracking().Where(o => access.Readable.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        await ChooseYearAsync(ct);
        Shown = await StandardsReport.LoadAsync(db, access.Readable, Year ?? "", Chosen, ct);
        Organisations =
        [
            .. Shown.All.CountBy(s => s.OrganisationId).Select(o => (o.Key, o.Value, Name: Names[o.Key].In(Localization.Language)))
                .OrderBy(o => o.Name, StringComparer.CurrentCulture)
                .Select(o => new SelectListItem($"{o.Name} ({o.Value:N0})", o.Key.ToString())),
        ];
        Shown.Keep(Organisation, Type is { Length: > 0 } ? Type : null, Met);
    }

    private async Task ChooseYearAsync(CancellationToken ct)
    {
        var years = await (from r in db.StandardResults
                           join t in db.ServiceStandards on r.StandardId equals t.Id
                           join s in db.Services on t.ServiceId equals s.Id
                           where access.Readable.Contains(s.OrganisationId)
                           group t.ServiceId by r.FiscalYear into year
                           select new { Name = year.Key, Services = year.Distinct().Count(), Standards = year.Count() }).ToListAsync(ct);
        years.Sort((a, b) => string.CompareOrdinal(b.Name, a.Name));
        // A year that only a few services have reported yet would hide the inventory: the fullest year first, the newest of those.
        var shown = years.Find(y => y.Name == Year) ?? years.MaxBy(y => y.Services);
        (Year, YearServices) = (shown?.Name, shown?.Services ?? 0);
        Years = [.. years.Select(y => new SelectListItem($"{y.Name} ({y.Standards:N0})", y.Name))];
    }

    /// <summary>The page of the list after or before a standard named by its key, and the keys of its neighbours.</summary>
    private List<AssessedStandard> PageOfList()
    {
        IReadOnlyList<AssessedStandard> all = Shown.Listed;
        int from = After is not null ? all.Count(s => string.CompareOrdinal(s.Key, After) <= 0)
            : Before is not null ? Math.Max(0, all.Count(s => string.CompareOrdinal(s.Key, Before) < 0) - Size) : 0;
        List<AssessedStandard> page = [.. all.Skip(from).Take(Size)];
        if (page.Count > 0) (Previous, Next) = (from > 0 ? page[0].Key : null, from + page.Count < all.Count ? page[^1].Key : null);
        return page;
    }
}
