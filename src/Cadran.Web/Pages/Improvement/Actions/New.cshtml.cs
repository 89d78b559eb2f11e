using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using DecisionRecord = Cadran.Improvement.Decision;

namespace Cadran.Web.Pages.Improvement;

public sealed class ActionsNewModel(CadranDb db, Access access, OrganisationTrees trees, EvidenceReader evidence, TimeProvider time,
    IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Decision { get; set; }

    [BindProperty]
    public ActionForm Input { get; set; } = new();

    public LocalText DecisionTitle { get; private set; } = LocalText.Empty;
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    /// <summary>Who may act on the service.</summary>
    public IEnumerable<SelectListItem> Owners => owners!.Items;

    private OwnerChoice? owners;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Decision == Guid.Empty && ModelState.IsValid) return Redirect(Routes.Improvement.Start("action"));
        DecisionRecord record = await LoadAsync(ct);
        (Input.Item, Input.DueOn) = (record.Evidence.Driver, time.Today.AddMonths(6));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        DecisionRecord record = await LoadAsync(ct);
        ActionOwner? owner = owners!.Check(Input.OwnerId, Input.Owner, ModelState);
        if (!ModelState.IsValid) return this.Invalid();
        // Somebody may withdraw the decision at this moment: it is read again where nobody else saves.
        await using var alone = await db.BeginAloneAsync(ct);
        await db.Entry(record).ReloadAsync(ct);
        ImprovementAction action = ImprovementAction.Open(record,
            WrittenText.Of(Input.Title, Input.Also.Title), WrittenText.Of(Input.Description, Input.Also.Description),
            owner?.Name ?? Input.Owner!, Input.DueOn!.Value, Input.Item!, Input.ExpectedPoints!.Value, Items.Select(i => i.Value),
            access.Actor, time.Now, Request.Number(), owner?.Id);
        db.ImprovementActions.Add(action);
        await SentForm.OnceAsync(async () =>
        {
            await db.Because("action.open").SaveChangesAsync(ct);
            await alone.CommitAsync(ct);
        });
        return Redirect(Routes.Actions.Show(action.Id));
    }

    private async Task<DecisionRecord> LoadAsync(CancellationToken ct)
    {
        (DecisionRecord record, Service service) = await db.FindDecisionAsync(access, Decision, Right.Improve, ct);
        owners = new(await ActionOwners.OfAsync(db, await trees.ReadAsync(db, ct), service.OrganisationId, ct), text);
        var wave = await db.Waves.AsNoTracking().FirstAsync(w => w.Id == record.WaveId, ct);
        Items = MeasureChoices.Of(await evidence.MeasuresAsync(wave, ct));
        DecisionTitle = record.Title;
        return record;
    }

    public sealed class ActionForm
    {
        [Display(Name = "Action"), Required(ErrorMessage = "Say what will be done.")]
        [StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Title { get; set; }

        [Display(Name = "Description"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Description { get; set; }

        [Display(Name = "Owner")]
        public Guid? OwnerId { get; set; }

        /// <summary>Somebody without an account, where none is chosen.</summary>
        [Display(Name = "Or the name of somebody without an account")]
        [StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Owner { get; set; }

        [Display(Name = "Due"), Required(ErrorMessage = "Enter the date.")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "Measure it should move"), Required(ErrorMessage = "Choose the measure it should move.")]
        public string? Item { get; set; }

        [Display(Name = "Expected effect"), Required(ErrorMessage = "Say by how many points it should move.")]
        [Range(0.1, 100, ErrorMessage = "Enter a number above 0, at most 100.")]
        public double? ExpectedPoints { get; set; }

        public AlsoForm Also { get; set; } = new();
    }

    /// <summary>The same texts in the other language.</summary>
    public sealed class AlsoForm
    {
        [Display(Name = "Action"), StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Title { get; set; }

        [Display(Name = "Description"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Description { get; set; }

        public bool IsWritten => Title is not null || Description is not null;
    }
}
