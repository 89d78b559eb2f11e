using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Calls a meeting of a body.</summary>
public sealed class MeetingsNewModel(CadranDb db, Access access, TimeProvider time) : LoadedPage<GovernanceBody>
{
    [BindProperty(SupportsGet = true)]
    public Guid Body { get; set; }

    [BindProperty, Display(Name = "Day of the meeting"), Required(ErrorMessage = "Enter the day of the meeting.")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Place"), StringLength(Meeting.PlaceMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Place { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = await db.FindBodyAsync(access, Body, Right.Improve, ct);
        On = time.Today.AddDays(14);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await db.FindBodyAsync(access, Body, Right.Improve, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Meeting meeting = Meeting.Call(Shown, On!.Value, Place, access.Actor, time.Now, Request.Number());
        db.Meetings.Add(meeting);
        await SentForm.OnceAsync(() => db.Because("meeting.call").SaveChangesAsync(ct));
        return Redirect(Routes.Meetings.Show(meeting.Id));
    }
}
