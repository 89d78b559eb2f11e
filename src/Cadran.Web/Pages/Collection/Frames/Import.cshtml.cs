using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Takes a list of clients for a frame.</summary>
public sealed class FramesImportModel(CadranDb db, Access access, FrameUploads uploads, ImportFrame frames, TimeProvider time,
    IStringLocalizer<Text> text) : LoadedPage<Frame>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "List of clients"), Required(ErrorMessage = "Choose a file.")]
    public IFormFile? Upload { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Shown = await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireContacts();
        FrameImport import = FrameImport.Send(Id, Upload!.FileName, access.Actor, time.Now);
        try
        {
            await using Stream sent = Upload.OpenReadStream();
            await uploads.StoreAsync(import.Id, sent, ct);
            using CsvReader csv = uploads.Open(import.Id);
            import.Expect(await frames.GuessAsync(Shown, csv.Header, ct));
        }
        catch (RuleViolationException unreadable)
        {
            // What is wrong with a file is wrong with the form, not with the state of anything.
            uploads.Delete(import.Id);
            ModelState.AddModelError(nameof(Upload), text[unreadable.Message, [.. unreadable.Args]]);
            return this.Invalid();
        }
        db.FrameImports.Add(import);
        await db.Because("frame.upload").SaveChangesAsync(ct);
        return Redirect(Routes.Frames.Columns(Id, import.Id));
    }

    private Task<Frame> LoadAsync(CancellationToken ct) => db.FindFrameAsync(access, Id, Right.RunCollection, ct);
}
