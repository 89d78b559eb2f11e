using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>Takes a file of cases and counts it for a standard; of the file nothing but counts is kept.</summary>
public sealed class CasesNewModel(CadranDb db, Access access, ImportCases cases, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ShowView>
{
    [BindProperty(SupportsGet = true)]
    public Guid Standard { get; set; }

    [BindProperty, Display(Name = "File of cases"), Required(ErrorMessage = "Choose a file.")]
    public IFormFile? Upload { get; set; }

    [BindProperty, Display(Name = "Last day that the file knows"), Required(ErrorMessage = "Enter the last day that the file knows.")]
    public DateOnly? AsOf { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        AsOf = time.Today.AddDays(-1);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        CaseFile file;
        try
        {
            await using Stream sent = Upload!.OpenReadStream();
            file = await cases.CountAsync(Shown.Standard, Shown.Service, sent, Path.GetFileName(Upload.FileName), AsOf!.Value, access.Actor,
                null, ct);
        }
        catch (RuleViolationException unreadable) when (unreadable.Field == nameof(Upload))
        {
            ModelState.AddModelError(nameof(Upload), text[unreadable.Message, [.. unreadable.Args]]);
            return this.Invalid();
        }
        db.CaseFiles.Add(file);
        await db.Because("cases.count").SaveChangesAsync(ct);
        return Redirect(Routes.Cases.Show(file.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        (ServiceStandard standard, Service service) = await db.FindWholeStandardAsync(access, Standard, Right.EditCatalogue, ct);
        Shown = new(standard, service);
    }
}
