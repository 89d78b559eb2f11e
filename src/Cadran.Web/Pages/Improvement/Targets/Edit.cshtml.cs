using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Another change or another date of a target. Its measured baseline never changes.</summary>
public sealed class TargetsEditModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Target>, IReloadedPage
{
    [BindProperty]
    public TargetEditForm Input { get; set; } = new();

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = TargetEditForm.Of(Shown);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.RequireUnchangedSince(Input.Version);
        Shown.Correct(TargetChange.Written(Input.Kind, Input.Change!.Value), Input.DueOn!.Value, Input.Reason, access.Actor, time.Now);
        await db.Because("target.correct").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Targets.Show(id));
    }

    /// <summary>Somebody else changed the target: the form shows what it is now, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Id, ct);
        ModelState.Clear();
        Input = TargetEditForm.Of(Shown);
    }

    private async Task<Target> LoadAsync(Guid id, CancellationToken ct) =>
        (await db.FindTargetAsync(access, id, Right.Improve, ct)).Target;

    public sealed class TargetEditForm
    {
        /// <summary>Of the target that the form was made from.</summary>
        public int Version { get; set; }

        [Display(Name = "Kind of change")]
        public TargetKind Kind { get; set; }

        [Display(Name = "Change (% or points)"), Required(ErrorMessage = "Enter a number above 0.")]
        [Range(0.1, 100, ErrorMessage = "Enter a number above 0, at most 100.")]
        public double? Change { get; set; }

        [Display(Name = "To be reached by"), Required(ErrorMessage = "Enter the date.")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Reason { get; set; }

        public static TargetEditForm Of(Target target) => new()
        {
            Version = target.Version,
            Kind = target.Change.Kind,
            Change = target.Change.Number,
            DueOn = target.DueOn,
        };
    }
}
