using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

public sealed class WavesEditModel(CadranDb db, Access access, AnswerWaves answering, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel, IReloadedPage
{
    [BindProperty]
    public EditForm Input { get; set; } = new();

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public RestsOnWave RestsOn { get; private set; } = null!;

    /// <summary>Answers it has.</summary>
    public long Answers { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Fill(await LoadAsync(id, ct));
    }

    /// <summary>Somebody else changed the wave: the form shows what it is now, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        ModelState.Clear();
        Fill(await LoadAsync(Id, ct));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Wave wave = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        wave.RequireUnchangedSince(Input.Version);
        await db.RequireFreeWaveNameAsync(wave.ServiceId, Input.Name!, wave.Id, ct);
        wave.Correct(Input.Name!, Input.OpensOn!.Value, Input.ClosesOn!.Value, Input.Reason, reliedOn: Answers > 0 || !RestsOn.IsNothing,
            access.Actor, time.Now);
        await db.Because("wave.reschedule").SaveChangesAsync(ct);
        answering.Forget(wave.Slug);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Waves.Show(id));
    }

    private void Fill(Wave wave) =>
        (Input.Name, Input.OpensOn, Input.ClosesOn, Input.Version) = (wave.Name, wave.OpensOn, wave.ClosesOn, wave.Version);

    private async Task<Wave> LoadAsync(Guid id, CancellationToken ct)
    {
        (Wave wave, _) = await db.FindWaveAsync(access, id, Right.RunCollection, ct);
        (Id, Name, RestsOn) = (id, wave.Name, await RestsOnWave.OfAsync(db, wave, ct));
        Answers = await db.ResponseCounts.Where(c => c.WaveId == id).SumAsync(c => c.Count, ct);
        return wave;
    }

    public sealed class EditForm
    {
        /// <summary>Of the wave that the form was made from.</summary>
        public int Version { get; set; }

        [Display(Name = "Name"), Required(ErrorMessage = "Give the wave a name.")]
        [StringLength(Wave.NameMaxLength, ErrorMessage = "A name may have at most 80 characters.")]
        public string? Name { get; set; }

        [Display(Name = "First day"), Required(ErrorMessage = "Choose the first day.")]
        public DateOnly? OpensOn { get; set; }

        [Display(Name = "Last day"), Required(ErrorMessage = "Choose the last day.")]
        public DateOnly? ClosesOn { get; set; }

        [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Reason { get; set; }
    }
}
