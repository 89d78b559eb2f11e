using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Collection;

/// <summary>Says what each column of the list is. Saving checks the list.</summary>
public sealed class FramesColumnsModel(CadranDb db, Access access, FrameUploads uploads, ImportFrame frames)
    : LoadedPage<FramesColumnsModel.ListColumns>
{
    public sealed record ListColumns(Frame Frame, FrameImport List, IReadOnlyList<ImportColumn> Columns);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    [BindProperty]
    public FrameMapForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Input = FrameMapForm.From(Shown.List.Map);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        FrameMap map = Input.ToMap(Shown.Columns.Select(c => c.Name));
        using CsvReader csv = uploads.Open(Import);
        Shown.List.Checked(map, await frames.CheckAsync(Shown.Frame, csv, map, DuplicateChoice.Merge, ct));
        await db.Because("frame.check").SaveChangesAsync(ct);
        return Redirect(Routes.Frames.Check(Id, Import));
    }

    private async Task<ListColumns> LoadAsync(CancellationToken ct)
    {
        Frame frame = await db.FindFrameAsync(access, Id, Right.RunCollection, ct);
        FrameImport list = await db.FrameImports.FirstOrDefaultAsync(i => i.Id == Import && i.FrameId == Id, ct)
            ?? throw new MissingException("The list");
        if (list.CommittedAtUtc is not null || !uploads.Has(Import)) throw new MissingException("The file");
        using CsvReader csv = uploads.Open(Import);
        return new(frame, list, ImportColumns.Look(csv));
    }
}
