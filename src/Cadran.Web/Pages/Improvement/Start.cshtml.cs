using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What a decision, an action or a target can start from: a form opened without its origin leads here.</summary>
public sealed class ImprovementStartModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    public const int Size = 50;

    /// <summary>With fewer answers no figure of a wave is shown, so that nothing can be decided from it.</summary>
    public static int FewestAnswers => Cadran.Insight.DisclosurePolicy.MinimumPeople;

    public const string Decision = "decision", Action = "action", Target = "target";

    /// <summary>A wave, a decision, or for a target the service alone.</summary>
    public sealed record Row(Guid Id, LocalText Service, string Wave, LocalText? Decision, DateOnly On, long Answers);

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public string FormFor(Row row) => What switch
    {
        Decision => Routes.Decisions.New(row.Id),
        Action => Routes.Actions.New(row.Id),
        _ => Routes.Targets.New(row.Id),
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Improve);
        IQueryable<Row> rows = What switch
        {
            Decision => Waves(),
            Action => Decisions(),
            Target => Services(),
            _ => throw new MissingException("The page"),
        };
        Total = await rows.CountAsync(ct);
        P = Math.Clamp(P, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = await rows.Skip((P - 1) * Size).Take(Size).ToListAsync(ct);
    }

    private List<Guid> Mine => [.. access.Where(Right.Improve)];

    private IQueryable<Row> Waves()
    {
        DateOnly today = time.Today;
        int fewest = FewestAnswers;
        return from w in db.Waves.AsNoTracking()
               join s in db.Services on w.ServiceId equals s.Id
               where Mine.Contains(s.OrganisationId) && w.OpensOn <= today
               let answers = db.ResponseCounts.Where(c => c.WaveId == w.Id).Sum(c => c.Count)
               orderby answers >= fewest descending, w.ClosesOn descending, w.Id descending
               select new Row(w.Id, s.Name, w.Name, null, w.ClosesOn, answers);
    }

    private IQueryable<Row> Decisions() =>
        from d in db.Decisions.AsNoTracking()
        join s in db.Services on d.ServiceId equals s.Id
        where Mine.Contains(s.OrganisationId) && d.WithdrawnAtUtc == null
        orderby d.DecidedOn descending, d.Id descending
        select new Row(d.Id, s.Name, "", d.Title, d.DecidedOn, FewestAnswers);

    // A baseline is a wave that is over.
    private IQueryable<Row> Services()
    {
        DateOnly today = time.Today;
        var measured = from w in db.Waves
                       where w.ClosedAtUtc != null || w.ClosesOn < today
                       group w by w.ServiceId into waves
                       select new { ServiceId = waves.Key, Last = waves.Max(w => w.ClosesOn) };
        return from m in measured
               join s in db.Services.AsNoTracking() on m.ServiceId equals s.Id
               where Mine.Contains(s.OrganisationId)
               orderby m.Last descending, s.Id
               select new Row(s.Id, s.Name, "", null, m.Last, FewestAnswers);
    }
}
