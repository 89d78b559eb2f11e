using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The improvement register over every service the person may read.</summary>
public sealed class ImprovementIndexModel(CadranDb db, Access access, Citations citations, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel
{
    public sealed record ActionRow(Guid Id, LocalText Title, Guid ServiceId, LocalText Service, string Owner, DateOnly DueOn,
        double ExpectedPoints, ActionState State, bool Overdue, EvidenceState Evidence);
    public sealed record DecisionRow(Guid Id, LocalText Title, Guid ServiceId, LocalText Service, LocalText Body, DateOnly On,
        bool Withdrawn, int Actions, EvidenceState Evidence);
    public sealed record TargetRow(Guid Id, LocalText Service, LocalText Measure, double Baseline, double Value, string Change,
        DateOnly DueOn, EvidenceState Evidence);

    [BindProperty(SupportsGet = true), Display(Name = "Service")]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "State")]
    public ActionState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int ActionsPage { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int DecisionsPage { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int TargetsPage { get; set; } = 1;

    public bool MayImprove => access.CanSomewhere(Right.Improve);
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> States { get; private set; } = [];
    public ListPage<ActionRow> Actions { get; private set; } = new();
    public ListPage<DecisionRow> Decisions { get; private set; } = new();
    public ListPage<TargetRow> Targets { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        IQueryable<Service> services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        IQueryable<Service> chosen = Service is { } id ? services.Where(s => s.Id == id) : services;
        (Actions, Decisions, Targets) = (await ActionsAsync(chosen, ct), await DecisionsAsync(chosen, ct), await TargetsAsync(chosen, ct));

        // Only services that have something: a list of thousands would not be a filter.
        var withSomething = await services
            .Where(s => db.Decisions.Any(d => d.ServiceId == s.Id) || db.Targets.Any(t => t.ServiceId == s.Id))
            .Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        Services = [.. withSomething.Select(s => new SelectListItem(s.Name.In(Localization.Language), s.Id.ToString(), s.Id == Service))
            .OrderBy(s => s.Text, StringComparer.CurrentCulture)];
        States = [.. Enum.GetValues<ActionState>().Select(s => new SelectListItem(text[StateTags.Word(s)], s.ToString(), s == State))];
    }

    private async Task<ListPage<ActionRow>> ActionsAsync(IQueryable<Service> services, CancellationToken ct)
    {
        DateOnly today = time.Today;
        IQueryable<ImprovementAction> wanted = db.ImprovementActions.AsNoTracking();
        if (State is { } state) wanted = wanted.Where(ImprovementAction.Is(state));
        var found = await (from a in wanted
                           join s in services on a.ServiceId equals s.Id
                           orderby a.DueOn, a.Id
                           select new { Action = a, s.Name }).PageAsync(ActionsPage, ct);
        EvidenceStandings standings = await citations.OfAsync([], [], [.. found.Rows.Select(a => a.Action)], ct);
        return found.Select(a => new ActionRow(a.Action.Id, a.Action.Title, a.Action.ServiceId, a.Name, a.Action.Owner, a.Action.DueOn,
            a.Action.ExpectedPoints, a.Action.State, a.Action.IsOverdueOn(today), standings.Of(a.Action).State));
    }

    private async Task<ListPage<DecisionRow>> DecisionsAsync(IQueryable<Service> services, CancellationToken ct)
    {
        var found = await (from d in db.Decisions.AsNoTracking()
                           join s in services on d.ServiceId equals s.Id
                           orderby d.DecidedOn descending, d.Id descending
                           select new { Decision = d, s.Name, Actions = db.ImprovementActions.Count(a => a.DecisionId == d.Id) })
            .PageAsync(DecisionsPage, ct);
        EvidenceStandings standings = await citations.OfAsync([.. found.Rows.Select(d => d.Decision)], [], [], ct);
        return found.Select(d => new DecisionRow(d.Decision.Id, d.Decision.Title, d.Decision.ServiceId, d.Name, d.Decision.Body,
            d.Decision.DecidedOn, d.Decision.IsWithdrawn, d.Actions, standings.Of(d.Decision).State));
    }

    private async Task<ListPage<TargetRow>> TargetsAsync(IQueryable<Service> services, CancellationToken ct)
    {
        var found = await (from t in db.Targets.AsNoTracking()
                           join s in services on t.ServiceId equals s.Id
                           where t.WithdrawnAtUtc == null
                           orderby t.DueOn, t.Id
                           select new { Target = t, s.Name }).PageAsync(TargetsPage, ct);
        var measures = await MeasureNames.AskedAsync(db, found.Rows.Select(t => (t.Target.BaselineWaveId, t.Target.Item)), ct);
        EvidenceStandings standings = await citations.OfAsync([], [.. found.Rows.Select(t => t.Target)], [], ct);
        return found.Select(t => new TargetRow(t.Target.Id, t.Name, measures[(t.Target.BaselineWaveId, t.Target.Item)], t.Target.Baseline,
            t.Target.Value, TargetReadings.Own(text, t.Target), t.Target.DueOn, standings.Of(t.Target).State));
    }
}
