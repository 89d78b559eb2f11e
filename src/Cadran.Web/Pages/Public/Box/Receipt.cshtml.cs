using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Public;

/// <summary>What became of an idea, for whoever has its receipt.</summary>
[IgnoreAntiforgeryToken]
public sealed class BoxReceiptModel(CadranDb db, IdeaGiving ideas) : LoadedPage<IdeaBox>
{
    [BindProperty, Display(Name = "Receipt of your idea"), Required(ErrorMessage = "Enter the receipt.")]
    public string? Receipt { get; set; }

    /// <summary>The idea of that receipt; null before one was found.</summary>
    public Idea? Idea { get; private set; }

    /// <summary>The last first.</summary>
    public IReadOnlyList<IdeaAnswer> Answers { get; private set; } = [];

    public Task OnGetAsync(string slug, CancellationToken ct) => LoadAsync(slug, ct);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        await LoadAsync(slug, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Idea = IdeaReceipt.Parse(Receipt) is { } receipt ? await ideas.FindAsync(Shown, receipt, ct) : null;
        if (Idea is not { } found)
        {
            ModelState.AddModelError(nameof(Receipt), "No idea here has this receipt. Look at it again, sign by sign.");
            return this.Invalid();
        }
        Answers = await db.IdeaAnswers.AsNoTracking().Where(a => a.IdeaId == found.Id).OrderByDescending(a => a.Number).ToListAsync(ct);
        return Page();
    }

    private async Task LoadAsync(string slug, CancellationToken ct) =>
        Shown = await ideas.FindBoxAsync(slug, ct) ?? throw new MissingException("The page");
}
