using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

public sealed class TargetsNewModel(CadranDb db, Access access, EvidenceReader evidence, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Wave { get; set; }

    [BindProperty]
    public TargetForm Input { get; set; } = new();

    public LocalText ServiceName { get; private set; } = LocalText.Empty;
    public IReadOnlyList<SelectListItem> Waves { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Service == Guid.Empty && ModelState.IsValid) return Redirect(Routes.Improvement.Start("target"));
        await LoadAsync(ct);
        Input.Wave = Wave;
        Input.DueOn = time.Today.AddYears(2);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();

        (Wave wave, Service service) = await db.FindWaveAsync(access, Input.Wave!.Value, Right.Improve, ct);
        if (service.Id != Service) throw new MissingException("The wave");
        Measurement? measured = await evidence.ScoreAsync(wave, Input.Item!, ct);
        // Somebody may reopen the wave at this moment: it is read again where nobody else saves.
        await using var alone = await db.BeginAloneAsync(ct);
        await db.Entry(wave).ReloadAsync(ct);
        Target target = Target.Set(wave, Input.Item!, measured, TargetChange.Written(Input.Kind, Input.Change!.Value), Input.DueOn!.Value,
            access.Actor, time.Now, Request.Number());
        db.Targets.Add(target);
        await SentForm.OnceAsync(async () =>
        {
            await db.Because("target.set").SaveChangesAsync(ct);
            await alone.CommitAsync(ct);
        });
        return Redirect(Routes.Targets.Show(target.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Service service = await db.FindServiceAsync(access, Service, Right.Improve, ct);
        ServiceName = service.Name;
        var waves = await db.Waves.AsNoTracking().Where(w => w.ServiceId == Service).OrderByDescending(w => w.OpensOn).ToListAsync(ct);
        waves = [.. waves.Where(w => w.StateOn(time.Today) == WaveState.Closed)];
        Waves = [.. waves.Select(w => new SelectListItem(w.Name, w.Id.ToString()))];
        Items = waves.Count == 0 ? [] : MeasureChoices.Of(await evidence.MeasuresAsync(waves[0], ct));
    }

    public sealed class TargetForm
    {
        [Display(Name = "Baseline wave"), Required(ErrorMessage = "Choose the wave to start from.")]
        public Guid? Wave { get; set; }

        [Display(Name = "Measure"), Required(ErrorMessage = "Choose what the target is about.")]
        public string? Item { get; set; }

        [Display(Name = "Kind of change")]
        public TargetKind Kind { get; set; }

        [Display(Name = "Change (% or points)"), Required(ErrorMessage = "Enter a number above 0.")]
        [Range(0.1, 100, ErrorMessage = "Enter a number above 0, at most 100.")]
        public double? Change { get; set; }

        [Display(Name = "To be reached by"), Required(ErrorMessage = "Enter the date.")]
        public DateOnly? DueOn { get; set; }
    }
}
