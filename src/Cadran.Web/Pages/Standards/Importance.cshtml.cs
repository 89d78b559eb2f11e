using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>Which promises touch what matters to clients, which touch nothing that does, and what nobody promises.</summary>
public sealed class StandardsImportanceModel(
    CadranDb db, Access access, EvidenceReader evidence, TimeProvider time, IStringLocalizer<Text> text) : LoadedPage<ImportanceView>
{
    [BindProperty(SupportsGet = true)]
    public Guid Service { get; set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(Right.Read, ct);

    /// <param name="touches">What was ticked: number of a standard, a colon, code of a driver.</param>
    public async Task<IActionResult> OnPostAsync(string[] touches, CancellationToken ct)
    {
        await LoadAsync(Right.EditCatalogue, ct);
        HashSet<string> known = [.. Shown.Columns.Select(c => c.Code)];
        ILookup<string, string> ticked = touches.Select(t => t.Split(':', 2)).Where(t => t.Length == 2 && known.Contains(t[1]))
            .ToLookup(t => t[0], t => t[1]);
        // What another wave asked is in no column, and stays.
        foreach (ServiceStandard standard in Shown.Standards)
            standard.Touch(ticked[standard.Id.ToString()].Concat(standard.Drivers.Where(d => !known.Contains(d))));
        await db.Because("standard.drivers").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Standards.Importance(Service));
    }

    private async Task LoadAsync(Right right, CancellationToken ct)
    {
        Service service = await db.FindServiceAsync(access, Service, right, ct);
        Wave? wave = (await db.Waves.AsNoTracking().Where(w => w.ServiceId == Service).ToListAsync(ct))
            .Where(w => w.StateOn(time.Today) == WaveState.Closed).OrderByDescending(w => w.EndsOn).ThenBy(w => w.Id).FirstOrDefault();
        IReadOnlyList<DecisionEvidence> drivers = wave is null ? [] : await evidence.OfAsync(wave, ct);
        List<ServiceStandard> standards = await db.ServiceStandards.Include(s => s.Results).Include(s => s.Periods)
            .Where(s => s.ServiceId == Service).AsSplitQuery().OrderBy(s => s.Code).ThenBy(s => s.Id).ToListAsync(ct);
        Shown = new(service, wave, drivers, standards)
        {
            MayEdit = access.Can(Right.EditCatalogue, service.OrganisationId),
            Columns = drivers.Count > 0 ? [.. drivers.Select(d => (d.Driver, MeasureNames.Of(d.Driver) is var name && name.En != d.Driver
                    ? name : d.Label))]
                : [.. MeasureBank.Current.Drivers.Select(d => (d.Driver.ToString().ToLowerInvariant(), d.Name))],
        };
    }
}
