using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Jobs;

/// <summary>Where somebody waits for long work. When it is done the page leads on to the outcome.</summary>
public sealed class JobsShowModel(CadranDb db, Access access, JobProgress progress, JobKinds kinds, IStringLocalizer<Text> text)
    : PageModel
{
    public Guid Id { get; private set; }
    public bool Running { get; private set; }
    public (long Done, long Total)? Progress { get; private set; }
    public string Heading { get; private set; } = "";
    public string? Error { get; private set; }
    public string Next { get; private set; } = Routes.Home;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Job job = await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct) ?? throw new MissingException("The job");
        if (job.UserId != access.Actor.UserId) access.Require(Right.Administer, job.OrganisationId);
        Next = JobPages.Of(job);
        if (job.FinishedAtUtc is not null && job.Failure is null) return Redirect(Next);
        (Id, Running, Progress) = (id, job.FinishedAtUtc is null, progress.Of(id));
        // Somebody who comes back to the page an hour later sees what it is about.
        Heading = Running ? text[kinds.Find(job.Kind)?.Doing ?? "Work in progress"] : text["The work stopped"];
        Error = job.Failure is { } failure ? text[failure.Message, [.. failure.Args.Select(Localization.Readable)]].Value : null;
        return Page();
    }
}
