using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>A complaint that came by telephone, letter, e-mail or at a counter, written down by somebody of the service.</summary>
public sealed class ComplaintsNewModel(CadranDb db, Access access, ComplaintDesk desk, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Service>
{
    [BindProperty(SupportsGet = true)]
    public Guid Service { get; set; }

    [BindProperty]
    public TakenDownForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> Channels =>
        Complaint.Channels.Skip(1).Select(c => new SelectListItem(text[ComplaintWords.Channel(c)], c));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = await db.FindServiceAsync(access, Service, Right.HandleComplaints, ct);
        Input.ReceivedOn = time.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await db.FindServiceAsync(access, Service, Right.HandleComplaints, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Guid number = Request.Number();
        string? secret = null;
        await SentForm.OnceAsync(async () => secret = (await desk.ReceiveAsync(Shown, Input.Channel!, Localization.Language,
            Input.About!.Value, Input.Text!, Input.Contact, Input.ReceivedOn, access.Actor, number, ct)).Secret);
        if (secret is not null)
            TempData["Flash"] =
                text["Tell whoever complained: with the number and this key, the complaint can be followed: {0}", secret].Value;
        return Redirect(Routes.Complaints.Show(number));
    }

    public sealed class TakenDownForm : ComplaintForm
    {
        [Display(Name = "How it came"), Required(ErrorMessage = "Choose how the complaint came in.")]
        public string? Channel { get; set; }

        [Display(Name = "Day it came"), Required(ErrorMessage = "Enter the date.")]
        public DateOnly? ReceivedOn { get; set; }
    }
}
