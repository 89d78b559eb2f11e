using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>A complaint: what was written, what happened, and what can be done next. Reading it leaves an event in the trail.</summary>
public sealed class ComplaintsShowModel(CadranDb db, Access access, ComplaintRules rules, ComplaintSeal seal, OrganisationTrees trees,
    TimeProvider time, IStringLocalizer<Text> text) : LoadedPage<ComplaintView>, IReloadedPage
{
    [BindProperty]
    public HandlingForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> Grounds =>
        Enum.GetValues<RefusalGround>().Select(g => new SelectListItem(text[ComplaintWords.Name(g)], g.ToString()));

    public IEnumerable<SelectListItem> Outcomes =>
        Enum.GetValues<ComplaintOutcome>().Select(o => new SelectListItem(text[ComplaintWords.Name(o)], o.ToString()));

    public IEnumerable<SelectListItem> Drivers => ComplaintWords.Drivers.Select(d => new SelectListItem(text.DriverOf(d), d));

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        await db.Because("complaint.read").TellReadAsync(nameof(Complaint), id,
            new Dictionary<string, string> { [nameof(Complaint.Number)] = Shown.Complaint.Number }, ct);
    }

    public Task<IActionResult> OnPostAdmitAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "complaint.admit", (c, now) => c.Admit(access.Actor, now), ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct)
    {
        Need(Input.Ground is not null, nameof(Input.Ground), "Choose the ground.");
        NeedWords(Input.Refusal, nameof(Input.Refusal), "Say it in words: whoever complained reads them.");
        return StepAsync(id, "complaint.refuse",
            (c, now) => c.Refuse(Input.Ground!.Value, seal.Close(Input.Refusal!), access.Actor, now), ct);
    }

    public async Task<IActionResult> OnPostAssignAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        SelectListItem? owner = Shown.Officers.FirstOrDefault(o => o.Value == Input.OwnerId.ToString());
        Need(owner is not null, nameof(Input.OwnerId), "Choose who answers for it.");
        return await StepAsync(id, "complaint.assign", (c, now) => c.Assign(Input.OwnerId!.Value, owner!.Text, access.Actor, now), ct);
    }

    public Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct)
    {
        NeedWords(Input.Note, nameof(Input.Note), "Write the note.");
        return StepAsync(id, "complaint.note", (c, now) => c.Note(seal.Close(Input.Note!), access.Actor, now), ct);
    }

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct)
    {
        Need(Input.Outcome is not null, nameof(Input.Outcome), "Choose the outcome.");
        NeedWords(Input.Answer, nameof(Input.Answer), "Write the answer.");
        return StepAsync(id, "complaint.answer",
            (c, now) => c.Answer(Input.Outcome!.Value, seal.Close(Input.Answer!), access.Actor, now), ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct)
    {
        NeedWords(Input.Reopening, nameof(Input.Reopening), "Say why it is opened again.");
        (_, Service service) = await db.FindComplaintAsync(access, id, ct);
        ComplaintDeadlines deadlines = await rules.DeadlinesAsync(service.OrganisationId, ct);
        return await StepAsync(id, "complaint.reopen",
            (c, now) => c.Reopen(seal.Close(Input.Reopening!), deadlines, access.Actor, now), ct);
    }

    public async Task<IActionResult> OnPostCauseAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Guid? standard = Shown.Standards.Any(s => s.Id == Input.StandardId) ? Input.StandardId : null;
        return await StepAsync(id, "complaint.cause",
            (c, now) => c.NameCause(Input.Driver ?? "", standard, [.. ComplaintWords.Drivers], access.Actor, now), ct);
    }

    public async Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        string number = Input.Into?.Trim() ?? "";
        Complaint? other = await db.Complaints.FirstOrDefaultAsync(c => c.Number == number && c.ServiceId == Shown.Service.Id, ct);
        Need(other is not null, nameof(Input.Into), "No complaint about this service has this number.");
        return await StepAsync(id, "complaint.merge", (c, now) => c.MergeInto(other!, access.Actor, now), ct);
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Complaint.Id, ct);

    private async Task<IActionResult> StepAsync(Guid id, string action, Action<Complaint, Moment> step, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        step(Shown.Complaint, time.Now);
        await db.Because(action).SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Complaints.Show(id));
    }

    private void NeedWords(string? written, string field, string otherwise) => Need(!string.IsNullOrWhiteSpace(written), field, otherwise);

    private void Need(bool there, string field, string otherwise)
    {
        if (!there) ModelState.AddModelError($"{nameof(Input)}.{field}", text[otherwise]);
    }

    private async Task<ComplaintView> LoadAsync(Guid id, CancellationToken ct)
    {
        (Complaint complaint, Service service) = await db.FindComplaintAsync(access, id, ct);
        var officers = await db.ComplaintOfficersAsync(await trees.ReadAsync(db, ct), service.OrganisationId, ct);
        List<ServiceStandard> standards =
            await db.ServiceStandards.AsNoTracking().Where(s => s.ServiceId == service.Id).OrderBy(s => s.Code).ToListAsync(ct);
        RaisedEntries raised = await new EntryOrigins(db, text).FromAsync(SourceKind.Complaint, id, service.Id,
            access.Can(Right.Improve, service.OrganisationId), ct);
        return ComplaintView.Of(complaint, service, seal, officers, standards, raised, time.Today);
    }
}
