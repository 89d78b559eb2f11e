using System.Globalization;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Reckons what a design comes to in a frame, as often as one likes, and draws.</summary>
public sealed class SamplesNewModel(CadranDb db, Access access, DrawSample samples, OrganisationTrees trees, TimeProvider time,
    IStringLocalizer<Text> text) : LoadedPage<SamplesNewModel.Choices>
{
    private const int MostWaves = 200;

    /// <param name="Waves">Planned waves of the services whose clients the frame may hold.</param>
    public sealed record Choices(Frame Frame, IReadOnlyList<SelectListItem> Waves);

    [BindProperty(SupportsGet = true)]
    public Guid Frame { get; set; }

    [BindProperty]
    public SampleForm Input { get; set; } = new();

    public SamplePlan? Plan { get; private set; }
    public IReadOnlyDictionary<SampleOutcome, int> LeftOut { get; private set; } = new Dictionary<SampleOutcome, int>();

    public IEnumerable<SelectListItem> Methods =>
        Enum.GetValues<SampleMethod>().Select(m => new SelectListItem(text[FrameWords.Name(m)], m.ToString()));
    public IEnumerable<SelectListItem> Aims =>
        Enum.GetValues<SampleAim>().Select(a => new SelectListItem(text[FrameWords.Name(a)], a.ToString()));

    public async Task OnGetAsync(Guid? wave, CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Input.Wave = wave ?? (Shown.Waves.Count == 1 ? Guid.Parse(Shown.Waves[0].Value!) : null);
    }

    public async Task<IActionResult> OnPostPlanAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        await ReckonAsync(await WaveAsync(ct), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        Sample sample = await samples.RunAsync(Shown.Frame, await WaveAsync(ct), Input.ToDesign(), Input.Seed, access.Actor, ct);
        return Redirect(Routes.Samples.Show(sample.Id));
    }

    private async Task ReckonAsync(Wave wave, CancellationToken ct) =>
        (Plan, LeftOut) = await samples.PlanAsync(Shown.Frame, wave, Input.ToDesign(), ct);

    private async Task<Wave> WaveAsync(CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, Input.Wave!.Value, Right.RunCollection, ct);
        OrganisationTree tree = await trees.ReadAsync(db, ct);
        if (!tree.From(Shown.Frame.OrganisationId).Contains(service.OrganisationId))
            throw new RuleViolationException("sample.other-organisation", "This frame holds the clients of another organisation.", "Wave");
        Sample.RequirePlanned(wave, time.Today);
        return wave;
    }

    private async Task<Choices> LoadAsync(CancellationToken ct)
    {
        Frame frame = await db.FindFrameAsync(access, Frame, Right.RunCollection, ct);
        List<Guid> within = [.. (await trees.ReadAsync(db, ct)).From(frame.OrganisationId)];
        DateOnly today = time.Today;
        var planned = await (from wave in db.Waves.AsNoTracking()
                             join service in db.Services on wave.ServiceId equals service.Id
                             where within.Contains(service.OrganisationId) && wave.OpensOn > today && wave.ClosedAtUtc == null
                                 && (frame.ServiceId == null || service.Id == frame.ServiceId)
                             orderby wave.OpensOn, wave.Id
                             select new { wave.Id, wave.Name, Service = service.Name, wave.OpensOn }).Take(MostWaves).ToListAsync(ct);
        return new(frame, [.. planned.Select(w => new SelectListItem(
            text["{0}, wave {1}, from {2}", w.Service.In(Localization.Language), w.Name,
                w.OpensOn.ToString("d", CultureInfo.CurrentCulture)], w.Id.ToString()))]);
    }
}
