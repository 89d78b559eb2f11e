using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Who was drawn for a wave, as counts; the file with contacts is for those who run the collection.</summary>
public sealed class SamplesShowModel(CadranDb db, Access access, DrawSample samples, FrameContacts contacts, TimeProvider time,
    IStringLocalizer<Text> text) : LoadedPage<SampleView>, IReloadedPage
{
    public DateTime Local(DateTime utc) => time.Local(utc);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, Right.Read, ct);

    /// <summary>The drawn with all that is needed to write to them.</summary>
    public async Task<IActionResult> OnGetLettersAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        Shown.Frame.RequireContacts();
        IReadOnlyList<FrameClient> drawn = await contacts.DrawnAsync(Shown.Frame, Shown.Sample, ct);
        return CsvDownload.Of(Letters.Rows(drawn), $"sample-{Shown.Frame.Code}-{Shown.Wave.Name}.csv");
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        await samples.InviteAsync(Shown.Sample, access.Actor, ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Samples.Show(id));
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        Shown.Frame.RequireContacts();
        TempData["Flash"] = (await samples.ReproduceAsync(Shown.Frame, Shown.Sample, ct) switch
        {
            true => text["The same people came, with the same weights."],
            false => text["Other people came: what is stored of this draw was changed."],
            _ => text["The frame is no longer what it was when this sample was drawn: nobody can tell."],
        }).Value;
        return Redirect(Routes.Samples.Show(id));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, Right.RunCollection, ct);
        await samples.UndoAsync(Shown.Sample, ct);
        TempData["Flash"] = text["The draw is undone."].Value;
        return Redirect(Routes.Frames.Show(Shown.Frame.Id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Sample.Id, Right.Read, ct);

    private async Task<SampleView> LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        Sample sample = await db.Samples.FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw new MissingException("The sample");
        Frame frame = await db.FindFrameAsync(access, sample.FrameId, right, ct);
        (Wave wave, LocalText service) = await WaveAsync(sample.WaveId, ct);
        return new(sample, frame, wave, service, access.Can(Right.RunCollection, frame.OrganisationId));
    }

    private async Task<(Wave, LocalText)> WaveAsync(Guid id, CancellationToken ct)
    {
        var found = await (from wave in db.Waves.AsNoTracking()
                           join service in db.Services on wave.ServiceId equals service.Id
                           where wave.Id == id
                           select new { wave, service.Name }).FirstAsync(ct);
        return (found.wave, found.Name);
    }
}
