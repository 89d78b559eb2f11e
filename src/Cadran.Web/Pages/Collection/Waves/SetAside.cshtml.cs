using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Takes online answers of some days out of every result, with a reason, and puts them back.</summary>
public sealed class WavesSetAsideModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Wave>, IReloadedPage
{
    [BindProperty]
    public PeriodForm Input { get; set; } = new();

    public RestsOnWave RestsOn { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        (DateOnly from, DateOnly to) = (Input.From!.Value, Input.To!.Value);
        Shown.SetAsideOnline(from, to, await db.CountOnlineAsync(id, from, to, ct), Input.Reason!, access.Actor, time.Now);
        await db.Because("wave.set-aside").SaveChangesAsync(ct);
        TempData["Flash"] = text["These answers no longer count."].Value;
        return Redirect(Routes.Waves.SetAside(id));
    }

    public async Task<IActionResult> OnPostPutBackAsync(Guid id, Guid period, string? reason, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(reason))
        {
            ModelState.AddModelError("", text["Say why they count after all."]);
            return this.Invalid();
        }
        Shown.PutBack(period, reason, access.Actor, time.Now);
        await db.Because("wave.put-back").SaveChangesAsync(ct);
        TempData["Flash"] = text["These answers count again."].Value;
        return Redirect(Routes.Waves.SetAside(id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Id, ct);

    private async Task<Wave> LoadAsync(Guid id, CancellationToken ct)
    {
        Wave wave = (await db.FindWaveAsync(access, id, Right.RunCollection, ct)).Wave;
        RestsOn = await RestsOnWave.OfAsync(db, wave, ct);
        return wave;
    }

    public sealed class PeriodForm
    {
        [Display(Name = "First day"), Required(ErrorMessage = "Choose the first day.")]
        public DateOnly? From { get; set; }

        [Display(Name = "Last day"), Required(ErrorMessage = "Choose the last day.")]
        public DateOnly? To { get; set; }

        [Display(Name = "Reason"), Required(ErrorMessage = "Say why these answers are not those of clients.")]
        [StringLength(SetAsidePeriod.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
