using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Insight;

/// <summary>Weights of a closed wave: made from known totals, looked at, put to use in every result, and taken off again.</summary>
public sealed class WavesWeightingModel(CadranDb db, Access access, WaveWeightings weightings, TimeProvider time, NumberText text)
    : LoadedPage<WeightingView>, IReloadedPage
{
    [BindProperty]
    public WeightingForm Input { get; set; } = new();

    public NumberText Words => text;
    public RestsOnWave RestsOn { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = WeightingForm.Of(Shown.Divisions);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Weighting made = await weightings.MakeAsync(Shown.Wave, Input.Margins, Input.Source, access.Actor, time.Now, ct);
        await db.Because("weighting.made").SaveChangesAsync(ct);
        TempData["Flash"] = text.T["Version {0} is made. Nothing uses it yet: see what it does.", made.Number].Value;
        return Redirect(Routes.Results.Weighting(id));
    }

    public async Task<IActionResult> OnPostChooseAsync(Guid id, Guid? version, string? reason, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        ModelState.Clear();
        Weighting? chosen = version is null ? null
            : Shown.Versions.FirstOrDefault(v => v.Id == version) ?? throw new MissingException("The version");
        db.WeightingChoices.Add(
            WeightingChoice.Make(Shown.Wave, chosen, Shown.Last, reason, access.Actor, time.Now));
        await db.Because("weighting.chosen").SaveChangesAsync(ct);
        TempData["Flash"] = chosen is null ? text.T["The results are those of the answers as they came."].Value
            : text.T["The results of the wave use version {0}.", chosen.Number].Value;
        return Redirect(Routes.Results.Weighting(id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Wave.Id, ct);

    private async Task<WeightingView> LoadAsync(Guid id, CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, id, Right.RunCollection, ct);
        RestsOn = await RestsOnWave.OfAsync(db, wave, ct);
        QuestionnaireContent content =
            (await db.QuestionnaireVersions.AsNoTracking().FirstAsync(v => v.Id == wave.VersionId, ct)).Content.Unfolded();
        bool open = wave.StateOn(time.Today) != WaveState.Closed;
        IReadOnlyList<Weighting> versions = await weightings.OfAsync(id, ct);
        IReadOnlyList<WeightingChoice> choices = await weightings.ChoicesAsync(id, ct);
        bool notMet = !open && choices.Count > 0 && choices[^1].WeightingId is { } used
            && !await weightings.CanBeMetAsync(versions.First(v => v.Id == used), ct);
        return new(wave, service, content, open, open ? [] : await weightings.DivisionsAsync(id, ct), versions, choices, notMet);
    }
}
