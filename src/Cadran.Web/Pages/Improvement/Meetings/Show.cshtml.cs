using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>A meeting: its papers as one print, and what was decided on each item.</summary>
public sealed class MeetingsShowModel(CadranDb db, Access access, Agendas agendas, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<MeetingView>, IReloadedPage
{
    [BindProperty, StringLength(MeetingItemLength)]
    public string? Item { get; set; }

    [BindProperty, Display(Name = "What was decided"), StringLength(Minute.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Decided { get; set; }

    [BindProperty, Display(Name = "Comes back by")]
    public DateOnly? FollowUpOn { get; set; }

    private const int MeetingItemLength = 100;

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, Right.Read, ct);

    public Task<IActionResult> OnPostMinuteAsync(Guid id, CancellationToken ct) => StepAsync(id, "meeting.minute",
        meeting => meeting.Record(Shown.Agenda, Item ?? "", Decided, FollowUpOn, access.Actor, time.Now), ct);

    public Task<IActionResult> OnPostFollowedAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "meeting.follow", meeting => meeting.Follow(Item ?? "", access.Actor, time.Now), ct);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "meeting.close", meeting => meeting.Close(Shown.Agenda, access.Actor, time.Now), ct);

    public Task ReloadAsync(CancellationToken ct) => LoadAsync(Shown.Meeting.Id, Right.Read, ct);

    private async Task<IActionResult> StepAsync(Guid id, string action, Action<Meeting> step, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        if (!ModelState.IsValid) return this.Invalid();
        step(Shown.Meeting);
        await db.Because(action).SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Meetings.Show(id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Meeting meeting, GovernanceBody body) = await db.FindMeetingAsync(access, id, right, ct);
        var agenda = await agendas.OfAsync(meeting, body, ct);
        Guid[] about = [.. agenda.Select(i => i.Subject)];
        Shown = new(meeting, body, agenda, time.Today)
        {
            MayImprove = access.Can(Right.Improve, body.OrganisationId),
            Plans = await db.ServicePlans.Where(p => about.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct),
            Targets = await db.Targets.Where(t => about.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(ct),
        };
    }
}
