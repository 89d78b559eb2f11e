using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Says what an entry of the register would take and bring, before somebody decides on it.</summary>
public sealed class ActionsAssessModel(CadranDb db, Access access, EvidenceReader evidence, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<ImprovementAction>, IReloadedPage
{
    [BindProperty]
    public AssessmentForm Input { get; set; } = new();

    /// <summary>What the last wave of the service measured; none where there is no wave.</summary>
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public IEnumerable<SelectListItem> Sizes => text.Sizes();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = AssessmentForm.Of(Shown, Localization.Language, WrittenText.Other);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        Shown.Assess(Input.Written(WrittenText.Of(Input.Benefit, Input.AlsoBenefit)), Input.Item, Input.ExpectedPoints,
            Items.Select(i => i.Value), access.Actor, time.Now);
        await db.Because("action.assess").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Actions.Show(id));
    }

    /// <summary>Somebody else changed the entry: what was typed stays, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Id, ct);
        ModelState.Remove("Input.Version");
        Input.Version = Shown.Version;
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Shown, Service service) = await db.FindActionAsync(access, id, Right.Improve, ct);
        DateOnly today = time.Today;
        Wave? wave = (await db.Waves.AsNoTracking().Where(w => w.ServiceId == service.Id).OrderBy(w => w.OpensOn).ToListAsync(ct))
            .LastOrDefault(w => w.StateOn(today) == WaveState.Closed);
        if (wave is not null) Items = MeasureChoices.Of(await evidence.MeasuresAsync(wave, ct));
    }
}
