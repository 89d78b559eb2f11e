using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Feedback;

/// <summary>What complaints teach, in counts that tell of nobody: of one service, or of all that one may know.</summary>
public sealed class FeedbackIndexModel(CadranDb db, Access access, TimeProvider time) : LoadedPage<ComplaintFigures>
{
    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    /// <summary>The one service; null for all.</summary>
    public Service? Of { get; private set; }

    /// <summary>May read complaints, of that service or somewhere.</summary>
    public bool MayHandle => Of is { } service ? access.Can(Right.HandleComplaints, service.OrganisationId)
        : access.CanSomewhere(Right.HandleComplaints);

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        if (Service is { } id) Of = await db.FindServiceAsync(access, id, Right.Read, ct);
        List<Guid> readable = [.. access.Readable];
        IQueryable<Guid> services = Of is { } one ? db.Services.Where(s => s.Id == one.Id).Select(s => s.Id)
            : db.Services.Where(s => readable.Contains(s.OrganisationId)).Select(s => s.Id);
        Shown = await ComplaintFigures.OfAsync(db, services, time.Today, ct);
    }
}
