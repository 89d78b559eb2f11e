using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.Storage;
using Cadran.Web.Pages.Feedback;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ComplaintRecord = Cadran.Feedback.Complaint;

namespace Cadran.Web.Pages.Public;

/// <summary>Whoever is not content says so, without an account or a script, and gets a number at once.</summary>
public sealed class PublicComplaintModel(CadranDb db, ComplaintDesk desk, ComplaintRules rules, IServiceProvider services,
    IStringLocalizer<Text> text) : LoadedPage<PublicComplaintModel.ServiceView>
{
    /// <param name="Rule">What is promised to whoever complains.</param>
    public sealed record ServiceView(Service Service, LocalText Organisation, ComplaintRule Rule);

    /// <param name="Secret">Shown this once.</param>
    public sealed record Acknowledged(ComplaintRecord Complaint, string Secret);

    [BindProperty]
    public ComplaintForm Input { get; set; } = new();

    /// <summary>Null until it was sent.</summary>
    public Acknowledged? Received { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        if (!services.GetRequiredService<AnswerLimits>().MayAnswer(HttpContext, id))
        {
            ModelState.AddModelError("",
                text["Too much was sent from here in the last ten minutes. What you wrote stays: try again later."]);
            return this.TooMany();
        }
        (ComplaintRecord complaint, string secret) = await desk.ReceiveAsync(Shown.Service, "online", Localization.Language,
            Input.About!.Value, Input.Text!, Input.Contact, null, null, Request.Number(), ct);
        Received = new(complaint, secret);
        return Page();
    }

    private async Task<ServiceView> LoadAsync(Guid id, CancellationToken ct)
    {
        Service service = await db.Services.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new MissingException("The page");
        LocalText organisation =
            await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        return new(service, organisation, await rules.OfAsync(service.OrganisationId, ct));
    }
}
