using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cadran.Csv;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>Complaints that one may handle: what is late first. What people wrote is not in the list.</summary>
public sealed class ComplaintsIndexModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    public const int PageSize = 50;
    public const string Open = "open", Late = "late", Mine = "mine", All = "all";

    /// <summary>What can be listed, with its words; the first is shown unasked.</summary>
    public static readonly IReadOnlyList<(string Show, string Name)> Shows =
        [(Open, "To handle"), (Late, "Late"), (Mine, "Mine"), (All, "All complaints")];

    public sealed record Row(Complaint Complaint, LocalText Service);

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Number or service")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public DateOnly Today => time.Today;

    /// <summary>The one organisation whose promises one may change here; null when there are several or none.</summary>
    public Guid? RuleOf => access.Where(Right.Administer).Order().Select(o => (Guid?)o).FirstOrDefault();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = Found();
        Total = await found.CountAsync(ct);
        P = Math.Clamp(P, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await found.Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>Codes and days; nothing of what people wrote.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        List<Row> rows = await Found().ToListAsync(ct);
        return File(CsvWriter.Write(csv =>
        {
            csv.Row([.. new[] { "Number", "Service", "Received", "Channel", "About", "State", "To be admitted by", "To be answered by",
                "First answer on", "Outcome", "What failed", "Opened again", "Satisfaction" }.Select(heading => text[heading].Value)]);
            foreach ((Complaint c, LocalText service) in rows)
                csv.Row([c.Number, service.In(Localization.Language), c.ReceivedOn.Iso(), c.Channel, c.About.ToString(), c.State.ToString(),
                    c.DecideBy.Iso(), c.AnswerBy.Iso(), c.FirstAnsweredOn?.Iso(), c.Outcome?.ToString(), c.CauseDriver, c.Reopenings,
                    c.Satisfaction]);
        }), "text/csv", "complaints.csv");
    }

    private IQueryable<Row> Found()
    {
        access.RequireSomewhere(Right.HandleComplaints);
        List<Guid> mine = [.. access.Where(Right.HandleComplaints)];
        IQueryable<Complaint> complaints = db.Complaints.AsNoTracking().IgnoreAutoIncludes();
        DateOnly today = time.Today;
        Guid? me = access.Actor.UserId;
        complaints = Show switch
        {
            All => complaints,
            Late => complaints.Where(Complaint.LateOn(today)),
            Mine => complaints.Where(c => c.OwnerId == me && c.RefusedOn == null && c.AnsweredOn == null && c.MergedIntoId == null),
            _ => complaints.Where(c => c.RefusedOn == null && c.AnsweredOn == null && c.MergedIntoId == null),
        };
        var services = db.Services.AsNoTracking().Where(s => mine.Contains(s.OrganisationId));
        string wanted = Q?.Trim() ?? "";
        bool number = wanted.Length > 0 && char.IsAsciiDigit(wanted[0]);
        if (number) complaints = complaints.Where(c => c.Number.StartsWith(wanted));
        return from c in complaints
               join s in number ? services : Cadran.Catalogue.ServiceSearch.Matching(services, Q) on c.ServiceId equals s.Id
               orderby c.AnswerBy, c.Number
               select new Row(c, s.Name);
    }
}
