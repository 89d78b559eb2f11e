using Cadran.Catalogue;
using Cadran.Csv;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>Months and quarters of a standard, typed or from a file, and notes on them.</summary>
public sealed class StandardsResultsModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ShowView>, IReloadedPage
{
    private const int ErrorsShown = 10;

    [BindProperty]
    public PeriodForm Input { get; set; } = new();

    [BindProperty]
    public FileForm Sent { get; set; } = new();

    [BindProperty]
    public NoteForm Note { get; set; } = new();

    public IEnumerable<SelectListItem> Kinds =>
    [
        new(text["What changed and may have moved the results"], nameof(StandardNoteKind.Change)),
        new(text["What is done about misses"], nameof(StandardNoteKind.Remedy)),
    ];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Fill();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Renew(nameof(Input));
        if (!this.IsRight(nameof(Input), Input)) return this.Invalid();
        Shown.Standard.RequireUnchangedSince(Input.Version);
        Record(ReportingPeriod.Require(Input.Period), new(Input.Meeting!.Value, Input.Total!.Value), PeriodSource.Typed, Input.Reason);
        await db.Because("standard.period").SaveChangesAsync(ct);
        return Saved(Routes.Standards.Results(id));
    }

    public async Task<IActionResult> OnPostFileAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Renew(nameof(Sent));
        if (!this.IsRight(nameof(Sent), Sent)) return this.Invalid();
        Shown.Standard.RequireUnchangedSince(Sent.Version);
        if (Read() is not { } rows) return this.Invalid();
        foreach ((ReportingPeriod period, PeriodFigures figures) in rows.Periods)
            Record(period, figures, PeriodSource.File, Sent.Reason);
        await db.Because("standard.periods-file").SaveChangesAsync(ct);
        return Saved(Routes.Standards.Show(id));
    }

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Renew(nameof(Note));
        if (!this.IsRight(nameof(Note), Note)) return this.Invalid();
        db.Add(Shown.Standard.Remark(Note.Kind, Note.On!.Value, Note.Said(), access.Actor, time.Now));
        await db.Because("standard.note").SaveChangesAsync(ct);
        return Saved(Routes.Standards.Show(id));
    }

    /// <summary>Somebody else changed the standard: the forms show what it is now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Standard.Id, ct);
        ModelState.Clear();
        Fill();
    }

    // What is wrong with a file is wrong with the form, not with the state of anything.
    private PeriodRows? Read()
    {
        string field = $"{nameof(Sent)}.{nameof(Sent.Upload)}";
        try
        {
            using Stream sent = Sent.Upload!.OpenReadStream();
            PeriodRows rows = PeriodRows.Read(sent);
            foreach (CsvError error in rows.Errors.Take(ErrorsShown))
                ModelState.AddModelError(field, text["{0}: {1}", Where(error), Say(error)]);
            if (rows.Errors.Count == 0 && rows.Periods.Count == 0) ModelState.AddModelError(field, text["The file is empty."]);
            return ModelState.IsValid ? rows : null;
        }
        catch (RuleViolationException unreadable)
        {
            ModelState.AddModelError(field, text[unreadable.Message, [.. unreadable.Args]]);
            return null;
        }
    }

    private string Say(CsvError error) => text[error.Message, [.. error.Args]];

    private string Where(CsvError error) => error.WhereMessage.Length == 0 ? "" : text[error.WhereMessage, [.. error.WhereArgs]];

    // It has its number already, by which the database would take it for one that is there.
    private void Record(ReportingPeriod period, PeriodFigures figures, PeriodSource source, string? reason)
    {
        if (Shown.Standard.RecordPeriod(period, figures, source, reason, access.Actor, time.Now) is { } made) db.Add(made);
    }

    private void Fill() => Renew("");

    private void Renew(string but)
    {
        int version = Shown.Standard.Version;
        if (but != nameof(Input)) Input = new() { Version = version };
        if (but != nameof(Sent)) Sent = new() { Version = version };
        if (but != nameof(Note)) Note = new() { On = time.Today };
    }

    private RedirectResult Saved(string next)
    {
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(next);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (ServiceStandard standard, Service service) = await db.FindWholeStandardAsync(access, id, Right.EditCatalogue, ct);
        Shown = new(standard, service);
    }
}
