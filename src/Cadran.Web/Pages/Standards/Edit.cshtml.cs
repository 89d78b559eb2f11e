using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>What a standard says and what was reached in each year, written and corrected by hand.</summary>
public sealed class StandardsEditModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<StandardsEditModel.StandardView>, IReloadedPage
{
    public sealed record StandardView(ServiceStandard Standard, Service Service);

    [BindProperty]
    public StandardForm Input { get; set; } = new();

    [BindProperty]
    public YearForm Year { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Fill();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Only(nameof(Input));
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Standard.RequireUnchangedSince(Input.Version);
        Shown.Standard.Write(Input.Text(Shown.Standard.Text), Input.Type!, Input.Channel!, Input.Reason, access.Actor, time.Now);
        return await SaveAsync("standard.correct", ct);
    }

    public async Task<IActionResult> OnPostYearAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Only(nameof(Year));
        Input = StandardForm.Of(Shown.Standard);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Standard.RequireUnchangedSince(Year.Version);
        // It has its number already, by which the database would take it for one that is there.
        if (Shown.Standard.RecordYear(Year.Year!.Trim(), Year.Figures(), Year.Reason, access.Actor, time.Now) is { } made) db.Add(made);
        return await SaveAsync("standard.year", ct);
    }

    /// <summary>Somebody else changed the standard: the forms show what it is now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Standard.Id, ct);
        ModelState.Clear();
        Fill();
    }

    private void Fill()
    {
        Input = StandardForm.Of(Shown.Standard);
        Year = new() { Version = Shown.Standard.Version };
    }

    // Two forms on one page: the one that was not sent has nothing to be right, and is bound to names of no form.
    private void Only(string form)
    {
        foreach (string key in ModelState.Keys.Where(k => !k.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        // Sent without a single field of its own, it was bound to names of no form too, and judged under these.
        if (ModelState.Count == 0) TryValidateModel(form == nameof(Year) ? Year : Input, form);
    }

    private async Task<IActionResult> SaveAsync(string what, CancellationToken ct)
    {
        await db.Because(what).SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Standards.Edit(Shown.Standard.Id));
    }

    private async Task<StandardView> LoadAsync(Guid id, CancellationToken ct)
    {
        (ServiceStandard standard, Service service) = await db.FindStandardAsync(access, id, Right.EditCatalogue, ct);
        return new(standard, service);
    }
}
