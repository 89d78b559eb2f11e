using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Feedback;
using Cadran.Storage;
using Cadran.Web.Pages.Feedback;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Pages.Public;

/// <summary>Where somebody of staff writes an idea: without an account, a script or a cookie.</summary>
/// <remarks>A token against foreign forms would need a cookie, and protects a session that nobody has here.</remarks>
[IgnoreAntiforgeryToken]
public sealed class BoxShowModel(CadranDb db, IdeaGiving ideas) : LoadedPage<BoxShowModel.Box>
{
    /// <param name="About">The service, or the organisation where it is about all of it.</param>
    public sealed record Box(IdeaBox It, LocalText About);

    [BindProperty]
    public IdeaForm Input { get; set; } = new();

    /// <summary>Something was masked: the author looks at it before it is sent.</summary>
    public bool Masked { get; private set; }

    /// <summary>The receipt of an idea that has just come; null before.</summary>
    public string? Given { get; private set; }

    public async Task OnGetAsync(string slug, CancellationToken ct)
    {
        await LoadAsync(slug, ct);
        Input.Receipt = IdeaReceipt.New().Written;
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        await LoadAsync(slug, ct);
        IdeaReceipt receipt = IdeaReceipt.Parse(Input.Receipt) ?? IdeaReceipt.New();
        Input.Receipt = receipt.Written;
        if (!ModelState.IsValid) return this.Invalid();
        if (!HttpContext.RequestServices.GetRequiredService<AnswerLimits>().MayAnswer(HttpContext, Shown.It.Id))
        {
            ModelState.AddModelError("", "Many ideas have just come from where you are. Wait ten minutes, then send yours again.");
            return this.TooMany();
        }
        PersonalData.Masked masked = PersonalData.Mask(Input.Text!, Localization.Language);
        if (masked.Found)
        {
            ModelState.Clear();
            (Input.Text, Masked) = (masked.Text, true);
            return Page();
        }
        Given = (await ideas.GiveAsync(Shown.It, Input.Text!, Input.Author, Localization.Language, receipt, ct)).Written;
        return Page();
    }

    private async Task LoadAsync(string slug, CancellationToken ct)
    {
        IdeaBox box = await ideas.FindBoxAsync(slug, ct) ?? throw new MissingException("The page");
        Shown = new(box, await IdeasShowModel.AboutAsync(db, box, ct));
    }

    public sealed class IdeaForm
    {
        [Display(Name = "Your idea"), Required(ErrorMessage = "Write your idea.")]
        [StringLength(Idea.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Text { get; set; }

        [Display(Name = "Your name"), StringLength(Idea.AuthorMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Author { get; set; }

        /// <summary>Drawn when the form was shown, so that an idea sent twice has one.</summary>
        public string? Receipt { get; set; }
    }
}
