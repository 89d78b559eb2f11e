using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Plans how the people of a wave are invited, or changes the plan.</summary>
public sealed class WavesInviteModel(CadranDb db, Access access, InvitationTexts texts, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<WavesInviteModel.Planned>, IReloadedPage
{
    /// <param name="Plan">Null for a new one.</param>
    public sealed record Planned(Wave Wave, Sample Sample, InvitationPlan? Plan);

    [BindProperty]
    public InviteForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> Links => new[] { LinkKind.Personal, LinkKind.Open }
        .Select(links => new SelectListItem(text[InvitationWords.Name(links)], links.ToString()));

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = Shown.Plan is { } plan ? InviteForm.Of(plan) : new() { SendsOn = Shown.Wave.OpensOn };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        if (Shown.Plan is { } plan)
        {
            plan.RequireUnchangedSince(Input.Version);
            plan.Change(Input.ToTerms(), Shown.Wave);
            await db.Because("invitations.change").SaveChangesAsync(ct);
        }
        else
        {
            IReadOnlyList<string> languages = await LanguagesAsync(Shown.Wave, ct);
            db.InvitationPlans.Add(InvitationPlan.Make(Shown.Sample, Shown.Wave, Input.ToTerms(), texts.Usual(languages, Input.Links),
                access.Actor, time.Now));
            await db.Because("invitations.plan").SaveChangesAsync(ct);
        }
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Waves.Invitations(id));
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Wave.Id, ct);

    private async Task<Planned> LoadAsync(Guid id, CancellationToken ct)
    {
        (Wave wave, Service _) = await db.FindWaveAsync(access, id, Right.RunCollection, ct);
        Sample sample = await db.Samples.FirstOrDefaultAsync(s => s.WaveId == id, ct) ?? throw new MissingException("The sample");
        // Whoever writes to clients must be one who may read their contacts.
        await db.FindFrameAsync(access, sample.FrameId, Right.RunCollection, ct);
        return new(wave, sample, await db.InvitationPlans.FirstOrDefaultAsync(p => p.WaveId == id, ct));
    }

    private async Task<IReadOnlyList<string>> LanguagesAsync(Wave wave, CancellationToken ct)
    {
        QuestionnaireVersion version = await db.QuestionnaireVersions.AsNoTracking().FirstAsync(v => v.Id == wave.VersionId, ct);
        return [.. version.Content.Languages.Where(Localization.Respondents.ContainsKey)];
    }
}
