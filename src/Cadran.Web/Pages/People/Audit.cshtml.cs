using System.ComponentModel.DataAnnotations;
using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

/// <summary>
/// The trail is the installation's, not an organisation's: only somebody with the right on the top of the tree reads it,
/// because an event cannot be cut to fit a branch without breaking its seal.
/// </summary>
public sealed class PeopleAuditModel(CadranDb db, Access access, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int PageSize = 100;

    private readonly TrailObjects objects = new(db, access, text);

    /// <summary>Number of one object: everything that was done to it.</summary>
    [BindProperty(SupportsGet = true), StringLength(80)]
    public string? Subject { get; set; }

    /// <summary>One kind of object.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "About"), StringLength(80)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Who"), StringLength(80)]
    public string? By { get; set; }

    public IReadOnlyList<SelectListItem> Kinds => [.. TrailWords.Subjects.Select(s => new SelectListItem(text[s.Value], s.Key))];
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Subject) || !string.IsNullOrWhiteSpace(Kind) || !string.IsNullOrWhiteSpace(By);

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEvent> Events { get; private set; } = [];
    public long? Older { get; private set; }

    /// <summary>The end of the whole trail, whatever is searched for.</summary>
    public AuditEvent? Last { get; private set; }

    /// <summary>A signed anchor of now, to be kept where nobody who can write the database can.</summary>
    public async Task<IActionResult> OnGetAnchorAsync(
        [FromServices] AnchorFolder folder, [FromServices] AuditAnchors anchors, [FromServices] TimeProvider time, CancellationToken ct)
    {
        Require();
        string text = await folder.MakeAsync(anchors, ct) ?? throw new MissingException("The trail");
        return File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"cadran-{time.Today.Iso()}{AuditAnchor.Extension}");
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Require();
        Last = await db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        IQueryable<AuditEvent> events = db.AuditEvents.AsNoTracking();
        if (Before is { } before) events = events.Where(e => e.Number < before);
        if (!string.IsNullOrWhiteSpace(Subject))
            events = events.Where(e => e.SubjectId == Subject.Trim());
        if (!string.IsNullOrWhiteSpace(Kind)) events = events.Where(e => e.Subject == Kind);
        if (!string.IsNullOrWhiteSpace(By))
        {
            // Whatever the case and the accents, which databases compare each in its own way.
            string wanted = FoldedText.Of(By);
            List<string> names = await db.AuditEvents.Select(e => e.By).Distinct().ToListAsync(ct);
            names.RemoveAll(name => !FoldedText.Of(name).Contains(wanted, StringComparison.Ordinal));
            events = events.Where(e => names.Contains(e.By));
        }
        Events = await events.OrderByDescending(e => e.Number).Take(PageSize).ToListAsync(ct);
        await objects.LoadAsync(Events, ct);
        Older = Events.Count == PageSize ? Events[^1].Number : null;
    }

    public TrailObject About(AuditEvent told) => objects.Of(told);

    public DateTime Local(DateTime utc) => clock.Local(utc);

    private void Require()
    {
        if (!access.CanAtTop(Right.Audit)) throw new ForbiddenException(nameof(Right.Audit));
    }
}
