using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Collection;

/// <summary>The frames one may know of. No contact is shown here.</summary>
public sealed class FramesIndexModel(CadranDb db, Access access) : PageModel
{
    public const int PageSize = 50;

    /// <param name="Whose">The service, or the organisation whose clients they are.</param>
    public sealed record Row(Frame Frame, LocalText Whose, int Samples);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public bool MayRun => access.CanSomewhere(Right.RunCollection);
    public bool MayRule => access.CanAtTop(Right.Administer);

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        List<Guid> readable = [.. access.Readable];
        var all = from frame in db.Frames.AsNoTracking()
                  join organisation in db.Organisations on frame.OrganisationId equals organisation.Id
                  where readable.Contains(frame.OrganisationId)
                  orderby frame.AddedAtUtc descending, frame.Id
                  select new
                  {
                      frame,
                      organisation.Name,
                      Service = db.Services.Where(s => s.Id == frame.ServiceId).Select(s => s.Name).FirstOrDefault(),
                      Samples = db.Samples.Count(s => s.FrameId == frame.Id),
                  };
        Total = await all.CountAsync(ct);
        var page = await all.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Rows = [.. page.Select(r => new Row(r.frame, r.Service ?? r.Name, r.Samples))];
    }
}
