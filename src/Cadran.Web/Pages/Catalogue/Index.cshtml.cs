using Cadran.Catalogue;
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

namespace Cadran.Web.Pages.Catalogue;

/// <summary>The services a person may see: searched, filtered and paged by the address alone.</summary>
public sealed class CatalogueIndexModel(CadranDb db, Access access, IStringLocalizer<Text> text) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Organisation { get; set; }
    [BindProperty(SupportsGet = true)] public string? Channel { get; set; }

    /// <summary>Number of the last service of the page before, or of the first of the page after.</summary>
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty(SupportsGet = true)] public string? Before { get; set; }

    /// <summary>"questionnaire" or "file": the services are looked at to choose one for a new questionnaire, and lead back there.</summary>
    [BindProperty(SupportsGet = true)] public string? For { get; set; }
    public bool Choosing => For is "questionnaire" or "file";

    public string LinkTo(CatalogueRow row) => For switch
    {
        "questionnaire" => Routes.Questionnaires.New(row.Id),
        "file" => Routes.Questionnaires.FromFile(row.Id),
        _ => Routes.Services.Show(row.Id),
    };

    /// <summary>The same list without the search.</summary>
    public string Cleared => Routes.Catalogue.Choose(Choosing ? For : null);

    public IReadOnlyList<CatalogueRow> Rows { get; private set; } = [];
    public int All { get; private set; }
    public int Found { get; private set; }
    public string? Previous { get; private set; }
    public string? Next { get; private set; }
    public bool MayEdit => access.CanSomewhere(Right.EditCatalogue);
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IEnumerable<SelectListItem> Channels => Inventory.Channels.Select(c => new SelectListItem(text[InventoryWords.For(c)], c));

    private IReadOnlyList<Guid> Scope => Choosing ? [.. access.Where(Right.EditQuestionnaires)] : access.Readable;

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Choosing ? Right.EditQuestionnaires : Right.Read);
        IReadOnlyList<Guid> scope = Scope;
        Dictionary<Guid, LocalText> names = await LoadOrganisationsAsync(scope, ct);
        IQueryable<Service> found = Filter(db.Services.AsNoTracking().Where(s => scope.Contains(s.OrganisationId)));
        Found = All == 0 ? 0 : await found.CountAsync(ct);
        bool french = Localization.Language == "fr";
        KeysetPage page = await KeysetPage.LoadAsync(db, found, After, Before, french, Size, ct);
        (Rows, Previous, Next) = (await RowsAsync(page, names, french, ct), page.Previous, page.Next);
    }

    private async Task<Dictionary<Guid, LocalText>> LoadOrganisationsAsync(IReadOnlyList<Guid> scope, CancellationToken ct)
    {
        var names = await db.Organisations.AsNoTracking().Where(o => scope.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var counts = await db.Services.Where(s => scope.Contains(s.OrganisationId)).GroupBy(s => s.OrganisationId)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        All = counts.Sum(c => c.Count);
        Organisations =
        [
            .. counts.Select(c => (c.Key, c.Count, Name: names[c.Key].In(Localization.Language)))
                .OrderBy(c => c.Name, StringComparer.CurrentCulture)
                .Select(c => new SelectListItem($"{c.Name} ({c.Count:N0})", c.Key.ToString())),
        ];
        return names;
    }

    private IQueryable<Service> Filter(IQueryable<Service> services)
    {
        if (Organisation is { } organisation) services = services.Where(s => s.OrganisationId == organisation);
        if (Channel is { Length: > 0 } channel) services = services.Where(s => s.Volumes.Any(v => v.Channel == channel && v.Count > 0));
        return services.Matching(Q);
    }

    private async Task<List<CatalogueRow>> RowsAsync(
        KeysetPage page, Dictionary<Guid, LocalText> organisations, bool french, CancellationToken ct)
    {
        var services = db.Services.AsNoTracking().Where(s => page.Ids.Contains(s.Id));
        services = french ? services.OrderBy(s => s.SortFr).ThenBy(s => s.Code) : services.OrderBy(s => s.SortEn).ThenBy(s => s.Code);
        const string Total = Inventory.Total;
        var rows = await services.Select(s => new
        {
            s.Id,
            s.Code,
            s.Name,
            s.OrganisationId,
            s.FiscalYear,
            State = s.Volumes.Where(v => v.FiscalYear == s.FiscalYear && v.Channel == Total)
                .Select(v => (Reported?)v.State).FirstOrDefault(),
            Count = s.Volumes.Where(v => v.FiscalYear == s.FiscalYear && v.Channel == Total)
                .Select(v => v.Count).FirstOrDefault(),
            Standards = db.ServiceStandards.Count(t => t.ServiceId == s.Id),
        }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new CatalogueRow(r.Id, r.Code, r.Name, organisations[r.OrganisationId], r.FiscalYear,
                r.State is { } state ? new ReportedVolume(Total, state, r.Count) : null, r.Standards)),
        ];
    }
}
