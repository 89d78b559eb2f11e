using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The last look before a version is frozen: what it measures, what is missing, what changes against the version before.</summary>
public sealed class DraftsPublishModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Questionnaire>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Why more than a fifth are your own")]
    [StringLength(Questionnaire.ReasonMaxLength, ErrorMessage = "A reason may have at most 1,000 characters.")]
    public string? OwnItemsReason { get; set; }

    /// <summary>Against the version before; null for the first.</summary>
    public VersionChanges? Changes =>
        Shown.Versions.MaxBy(v => v.Number) is { } last ? VersionChanges.Between(last.Content, Shown.Draft) : null;

    public bool NeedsReason => Shown.OwnItemsShare > Questionnaire.OwnItemsShareLimit;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        OwnItemsReason = Shown.OwnItemsReason;
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        QuestionnaireVersion version = Shown.Publish(revision, OwnItemsReason, time.GetUtcNow().UtcDateTime);
        db.QuestionnaireVersions.Add(version);
        await db.Because("questionnaire.publish").SaveChangesAsync(ct);
        TempData["Flash"] = text["Version {0} is published. It can be asked in a wave.", version.Number].Value;
        return Redirect(Routes.Versions.Show(Id, version.Number));
    }

    private async Task LoadAsync(CancellationToken ct) =>
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);
}
