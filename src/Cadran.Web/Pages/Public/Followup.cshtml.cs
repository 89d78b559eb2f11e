using Cadran.Feedback;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ComplaintRecord = Cadran.Feedback.Complaint;

namespace Cadran.Web.Pages.Public;

/// <summary>
/// Whoever complained reads how far it is and what was answered, rates the answer, or says that it does not do. Number and key travel in
/// the body of the form only: no address holds them.
/// </summary>
public sealed class PublicFollowupModel(CadranDb db, ComplaintDesk desk, ComplaintRules rules, ComplaintSeal seal,
    IServiceProvider services, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    // Tries are counted over all numbers together.
    private static readonly Guid Tries = new("6f3c2f0a-6a0e-4f57-9d6b-0d6d1f0b7a11");

    /// <param name="Told">What happened that whoever complained may read, oldest first.</param>
    public sealed record ComplaintStatus(ComplaintRecord Complaint, LocalText Service, ComplaintRule Rule,
        IReadOnlyList<(ComplaintStep Step, string? Written)> Told);

    [BindProperty]
    public FollowupForm Input { get; set; } = new();

    /// <summary>Null until number and key fit.</summary>
    public ComplaintStatus? Status { get; private set; }

    public IEnumerable<SelectListItem> Ratings =>
        Enumerable.Range(1, 5).Select(r => new SelectListItem(text[ComplaintWords.Satisfaction(r)], $"{r}"));

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await FindAsync(ct) is null ? this.Invalid() : Page();

    public async Task<IActionResult> OnPostRateAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } complaint) return this.Invalid();
        complaint.Rate(Input.Satisfaction ?? 0, time.Now);
        await db.Because("complaint.rate").SaveChangesAsync(ct);
        await ShowAsync(complaint, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } complaint) return this.Invalid();
        if (string.IsNullOrWhiteSpace(Input.Reopening))
        {
            ModelState.AddModelError("Input.Reopening", text["Say why the answer does not do."]);
            return this.Invalid();
        }
        Guid organisation = await db.Services.Where(s => s.Id == complaint.ServiceId).Select(s => s.OrganisationId).FirstAsync(ct);
        complaint.Reopen(seal.Close(Input.Reopening.Trim()), await rules.DeadlinesAsync(organisation, ct), null, time.Now);
        await db.Because("complaint.reopen").SaveChangesAsync(ct);
        await ShowAsync(complaint, ct);
        return Page();
    }

    private async Task<ComplaintRecord?> FindAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return null;
        if (!services.GetRequiredService<AnswerLimits>().MayAnswer(HttpContext, Tries))
        {
            ModelState.AddModelError("",
                text["Too much was sent from here in the last ten minutes. What you wrote stays: try again later."]);
            return null;
        }
        ComplaintRecord? found = await desk.FindAsync(Input.Number!, Input.Key!, ct);
        if (found is null) ModelState.AddModelError("", text["No complaint has this number with this key. Look at both again."]);
        else await ShowAsync(found, ct);
        return found;
    }

    private async Task ShowAsync(ComplaintRecord complaint, CancellationToken ct)
    {
        var service = await db.Services.AsNoTracking().FirstAsync(s => s.Id == complaint.ServiceId, ct);
        Status = new(complaint, service.Name, await rules.OfAsync(service.OrganisationId, ct),
            [.. complaint.Steps.Where(s => s.IsPublic).OrderBy(s => s.Number).Select(s => (s, seal.Open(s.Sealed)))]);
    }
}
