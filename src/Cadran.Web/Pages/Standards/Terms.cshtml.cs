using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>What a standard commits to, version by version, and what it aims at in a year.</summary>
public sealed class StandardsTermsModel(CadranDb db, Access access, OrganisationTrees trees, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ShowView>, IReloadedPage
{
    [BindProperty]
    public TermsForm Input { get; set; } = new();

    [BindProperty]
    public TargetForm Target { get; set; } = new();

    public IReadOnlyList<SelectListItem> Calendars { get; private set; } = [];
    public IEnumerable<SelectListItem> Absences =>
        Enum.GetValues<TargetAbsence>().Select(a => new SelectListItem(TermsWords.Absence(a, text), a.ToString()));
    public IEnumerable<SelectListItem> Measures =>
    [
        new(text["Cases done within a limit of time"], nameof(StandardMeasure.Time)),
        new(text["Cases done as they should be"], nameof(StandardMeasure.Quality)),
    ];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Fill();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Target = new() { Version = Shown.Standard.Version };
        if (!this.IsRight(nameof(Input), Input)) return this.Invalid();
        Shown.Standard.RequireUnchangedSince(Input.Version);
        if (Input.CalendarId is { } calendar
            && Calendars.All(c => c.Value != calendar.ToString())) throw new MissingException("The calendar");
        StandardTerms terms = Input.Terms(Shown.Standard.Latest?.Terms);
        db.Add(Shown.Standard.SetTerms(terms, Input.From!.Value, Input.Reason, access.Actor, time.Now));
        await db.Because("standard.terms").SaveChangesAsync(ct);
        return Saved();
    }

    public async Task<IActionResult> OnPostTargetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = TermsForm.Of(Shown.Standard, time.Today);
        if (!this.IsRight(nameof(Target), Target)) return this.Invalid();
        Shown.Standard.RequireUnchangedSince(Target.Version);
        if (Shown.Standard.SetTarget(Target.Year!, Target.Aim(), Target.Absence, Target.Reason, access.Actor, time.Now) is { } made)
            db.Add(made);
        await db.Because("standard.target").SaveChangesAsync(ct);
        return Saved();
    }

    /// <summary>Somebody else changed the standard: the forms show what it is now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Standard.Id, ct);
        ModelState.Clear();
        Fill();
    }

    private void Fill()
    {
        Input = TermsForm.Of(Shown.Standard, time.Today);
        Target = new() { Version = Shown.Standard.Version };
    }

    private RedirectResult Saved()
    {
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Standards.Show(Shown.Standard.Id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (ServiceStandard standard, Service service) = await db.FindWholeStandardAsync(access, id, Right.EditCatalogue, ct);
        Shown = new(standard, service);
        Calendars = [.. (await db.CalendarsForAsync(trees, service.OrganisationId, ct))
            .Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
    }
}
