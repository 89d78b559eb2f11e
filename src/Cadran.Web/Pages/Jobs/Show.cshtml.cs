using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Jobs;

/// <summary>Where somebody waits for long work. When it is done the page leads on to the outcome.</summary>
public sealed class JobsShowModel(CadranDb db, Access access, JobProgress progress, IEnumerable<JobKind> kinds, IServiceProvider services,
    IStringLocalizer<Text> text) : PageModel
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
        JobKind kind = kinds.First(k => k.Kind == job.Kind);
        Next = ((IJobWork)services.GetRequiredService(kind.Work)).NextPage(job);
        if (job.FinishedAtUtc is not null && job.Error is null) return Redirect(Next);
        (Id, Running, Progress) = (id, job.FinishedAtUtc is null, progress.Of(id));
        Heading = Running ? Doing(job.Kind) : text["The work stopped"];
        Error = job.Error is { } error ? text[error].Value : null;
        return Page();
    }

    // Somebody who comes back to the page an hour later sees what it is about.
    private string Doing(string kind) => kind switch
    {
        "demonstration" => text["The demonstration is loading"],
        "catalogue.preview" => text["The files are being checked"],
        "catalogue.import" => text["The services are being imported"],
        "collection.import" => text["The responses are being read"],
        _ => text["Work in progress"],
    };
}
