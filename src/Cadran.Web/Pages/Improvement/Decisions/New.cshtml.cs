using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Statistics.Drivers;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

public sealed class DecisionsNewModel(CadranDb db, Access access, EvidenceReader evidence, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Wave { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Driver { get; set; }

    [BindProperty]
    public DecisionForm Input { get; set; } = new();

    public Guid ServiceId { get; private set; }
    public LocalText Service { get; private set; } = LocalText.Empty;
    public string WaveName { get; private set; } = "";
    public int Respondents => Choices.Count == 0 ? 0 : Choices[0].Respondents;
    public IReadOnlyList<DecisionEvidence> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Wave == Guid.Empty && ModelState.IsValid) return Redirect(Routes.Improvement.Start("decision"));
        await LoadAsync(ct);
        Input.Driver = Driver ?? Choices.FirstOrDefault(c => c.Quadrant == Quadrant.ImproveFirst)?.Driver;
        Input.DecidedOn = time.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Wave wave = await LoadAsync(ct);
        DecisionEvidence? chosen = Choices.FirstOrDefault(c => c.Driver == Input.Driver);
        if (chosen is null) ModelState.AddModelError("Input.Driver", text["Choose a driver."]);
        if (!ModelState.IsValid) return this.Invalid();
        Decision decision = Decision.Record(wave, chosen!, WrittenText.Of(Input.Title, Input.Also.Title),
            WrittenText.Of(Input.Reasons, Input.Also.Reasons), WrittenText.Of(Input.Body, Input.Also.Body), Input.DecidedOn!.Value,
            access.Actor, time.Now, Request.Number());
        db.Decisions.Add(decision);
        await SentForm.OnceAsync(() => db.Because("decision.record").SaveChangesAsync(ct));
        return Redirect(Routes.Decisions.Show(decision.Id));
    }

    private async Task<Wave> LoadAsync(CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, Wave, Right.Improve, ct);
        (ServiceId, Service, WaveName) = (service.Id, service.Name, wave.Name);
        Choices = await evidence.OfAsync(wave, ct);
        return wave;
    }

    public sealed class DecisionForm
    {
        [Display(Name = "Driver")]
        public string? Driver { get; set; }

        [Display(Name = "Decision"), Required(ErrorMessage = "Say in a few words what was decided.")]
        [StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Title { get; set; }

        [Display(Name = "Reasons"), Required(ErrorMessage = "Give the reasons: they are what a reader will ask for.")]
        [StringLength(Decision.ReasonsMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Reasons { get; set; }

        [Display(Name = "Decided by"), Required(ErrorMessage = "Name the person or body that decided.")]
        [StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Body { get; set; }

        [Display(Name = "Date of the decision"), Required(ErrorMessage = "Enter the date.")]
        public DateOnly? DecidedOn { get; set; }

        /// <summary>The same texts in the other language.</summary>
        public DecisionTextsForm Also { get; set; } = new();
    }
}
