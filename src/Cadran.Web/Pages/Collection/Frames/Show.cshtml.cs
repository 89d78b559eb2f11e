using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>A frame: its counts, the samples drawn of it, and how long its contacts are kept. No contact is shown here.</summary>
public sealed class FramesShowModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<FrameView>, IReloadedPage
{
    [BindProperty, Display(Name = "Contacts are kept until"), Required(ErrorMessage = "Choose the last day on which contacts are kept.")]
    public DateOnly? ContactsUntil { get; set; }

    public DateTime Local(DateTime utc) => time.Local(utc);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.Read, ct);
        ContactsUntil = Shown.Frame.ContactsUntil;
    }

    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Frame.KeepUntil(ContactsUntil!.Value, time.Now);
        await db.Because("frame.keep").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Frames.Show(id));
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        ModelState.Clear();
        // A draw may come at this moment: it is counted where nobody else saves.
        await using var alone = await db.BeginAloneAsync(ct);
        Frame.RequireDeletable(await db.Samples.CountAsync(s => s.FrameId == id, ct));
        db.Frames.Remove(Shown.Frame);
        await db.Because("frame.delete").SaveChangesAsync(ct);
        await alone.CommitAsync(ct);
        TempData["Flash"] = text["The frame {0} was deleted.", Shown.Frame.Name].Value;
        return Redirect(Routes.Frames.Index());
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Frame.Id, Right.Read, ct);
        ContactsUntil = Shown.Frame.ContactsUntil;
    }

    private async Task<FrameView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        Frame frame = await db.FindFrameAsync(access, id, right, ct);
        LocalText whose = await db.Services.Where(s => s.Id == frame.ServiceId).Select(s => s.Name).FirstOrDefaultAsync(ct)
            ?? await db.Organisations.Where(o => o.Id == frame.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        var samples = await (from sample in db.Samples.AsNoTracking()
                             join wave in db.Waves on sample.WaveId equals wave.Id
                             where sample.FrameId == id
                             orderby sample.DrawnAtUtc descending
                             select new { sample, wave.Name }).ToListAsync(ct);
        bool mayRun = access.Can(Right.RunCollection, frame.OrganisationId);
        List<FrameImport> lists = mayRun
            ? await db.FrameImports.AsNoTracking().Where(i => i.FrameId == id).OrderByDescending(i => i.SentAtUtc).ToListAsync(ct) : [];
        return new(frame, whose, [.. samples.Select(s => new FrameView.Drawn(s.sample, s.Name))], lists, mayRun);
    }
}
