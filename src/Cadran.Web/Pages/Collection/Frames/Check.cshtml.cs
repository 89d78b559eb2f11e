using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>What the check of a list found, the choice, and afterwards what was done.</summary>
public sealed class FramesCheckModel(CadranDb db, Access access, FrameUploads uploads, JobRunner jobs, IStringLocalizer<Text> text)
    : LoadedPage<FramesCheckModel.CheckedList>
{
    public sealed record CheckedList(Frame Frame, FrameImport List);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    [BindProperty, Display(Name = "Who stands in the list more than once is")]
    public DuplicateChoice Choice { get; set; }

    public IEnumerable<SelectListItem> Choices =>
        Enum.GetValues<DuplicateChoice>().Select(choice => new SelectListItem(text[FrameWords.Name(choice)], choice.ToString()));

    public async Task OnGetAsync(CancellationToken ct) => Shown = await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Shown.List.RequireOpen();
        if (Shown.List.Report is null) throw new RuleViolationException("frame.unchecked", "Check the list first.");
        if (!ModelState.IsValid) return this.Invalid();
        uploads.Require(Import);
        var input = new ImportFrameJob.Input(Id, Import, Choice);
        Job job = await jobs.StartAsync<ImportFrameJob>(db, access.Actor, Shown.Frame.OrganisationId, input, ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    private async Task<CheckedList> LoadAsync(CancellationToken ct)
    {
        Frame frame = await db.FindFrameAsync(access, Id, Right.RunCollection, ct);
        return new(frame, await db.FrameImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == Import && i.FrameId == Id, ct)
            ?? throw new MissingException("The list"));
    }
}
