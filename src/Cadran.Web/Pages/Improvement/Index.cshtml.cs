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
public sealed class ImprovementIndexModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    public sealed record ActionRow(Guid Id, LocalText Title, Guid ServiceId, LocalText Service, string Owner, DateOnly DueOn,
        double ExpectedPoints, ActionState State, bool Overdue);
    public sealed record DecisionRow(Guid Id, LocalText Title, Guid ServiceId, LocalText Service, LocalText Body, DateOnly On,
        bool Withdrawn, int Actions);
    public sealed record TargetRow(Guid Id, LocalText Service, LocalText Measure, double Baseline, double Value, string Change,
        DateOnly DueOn);

    [BindProperty(SupportsGet = true), Display(Name = "Service")]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "State")]
    public ActionState? State { get; set; }

    /// <summary>Pages of the three lists, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "actions")]
    public int Doing { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "decisions")]
    public int Decided { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "targets")]
    public int Aimed { get; set; } = 1;

    public bool MayImprove => access.CanSomewhere(Right.Improve);
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> States { get; private set; } = [];
    public ListPage<ActionRow> Actions { get; private set; } = ListPage<ActionRow>.Empty;
    public ListPage<DecisionRow> Decisions { get; private set; } = ListPage<DecisionRow>.Empty;
    public ListPage<TargetRow> Targets { get; private set; } = ListPage<TargetRow>.Empty;

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        DateOnly today = time.Today;
        var readable = access.Readable;
        var services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        var chosen = Service is { } id ? services.Where(s => s.Id == id) : services;

        Actions = (await ActionsAsync(chosen, ct)).Select(a => new ActionRow(a.Action.Id, a.Action.Title, a.Action.ServiceId, a.Service,
            a.Action.Owner, a.Action.DueOn, a.Action.ExpectedPoints, a.Action.State, a.Action.IsOverdueOn(today)));
        var decisions = await ListPage<DecisionOf>.LoadAsync(
            from d in db.Decisions.AsNoTracking()
            join s in chosen on d.ServiceId equals s.Id
            orderby d.DecidedOn descending, d.Id descending
            select new DecisionOf(d, s.Name, db.ImprovementActions.Count(a => a.DecisionId == d.Id)), Decided, ct);
        Decisions = decisions.Select(d => new DecisionRow(d.Decision.Id, d.Decision.Title, d.Decision.ServiceId, d.Service, d.Decision.Body,
            d.Decision.DecidedOn, d.Decision.WithdrawnAtUtc is not null, d.Actions));
        var targets = await ListPage<TargetOf>.LoadAsync(
            from t in db.Targets.AsNoTracking()
            join s in chosen on t.ServiceId equals s.Id
            where t.WithdrawnAtUtc == null
            orderby t.DueOn, t.Id
            select new TargetOf(t, s.Name), Aimed, ct);
        var measures = await MeasureNames.AskedAsync(db, targets.Rows.Select(t => (t.Target.BaselineWaveId, t.Target.Item)), ct);
        Targets = targets.Select(t => new TargetRow(t.Target.Id, t.Service, measures[(t.Target.BaselineWaveId, t.Target.Item)],
            t.Target.Baseline, t.Target.Value, TargetReadings.Own(text, t.Target), t.Target.DueOn));

        // Only services that have something: a list of thousands would not be a filter.
        var withSomething = await services
            .Where(s => db.Decisions.Any(d => d.ServiceId == s.Id) || db.Targets.Any(t => t.ServiceId == s.Id))
            .Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        Services = [.. withSomething.Select(s => new SelectListItem(s.Name.In(Localization.Language), s.Id.ToString(), s.Id == Service))
            .OrderBy(s => s.Text, StringComparer.CurrentCulture)];
        States = [.. Enum.GetValues<ActionState>().Select(s => new SelectListItem(text[StateTags.Word(s)], s.ToString(), s == State))];
    }

    // What state an action is in follows from what happened to it, which the database cannot tell: with a state asked for, the facts of all
    // are looked through, and those of the page are read whole.
    private async Task<ListPage<ActionOf>> ActionsAsync(IQueryable<Service> chosen, CancellationToken ct)
    {
        var all = from a in db.ImprovementActions.AsNoTracking()
                  join s in chosen on a.ServiceId equals s.Id
                  orderby a.DueOn, a.Id
                  select new { Action = a, Service = s.Name };
        if (State is null) return await ListPage<ActionOf>.LoadAsync(all.Select(a => new ActionOf(a.Action, a.Service)), Doing, ct);
        List<Guid> ids = [.. (await all.Select(a => a.Action).ToListAsync(ct)).Where(a => a.State == State).Select(a => a.Id)];
        int number = ListPage<Guid>.Nearest(Doing, ids.Count);
        Guid[] shown = [.. ids.Skip((number - 1) * ListPage<Guid>.Size).Take(ListPage<Guid>.Size)];
        var rows = all.Where(a => shown.Contains(a.Action.Id)).Select(a => new ActionOf(a.Action, a.Service));
        return new(await rows.ToListAsync(ct), number, ids.Count);
    }

    private sealed record ActionOf(ImprovementAction Action, LocalText Service);
    private sealed record DecisionOf(Decision Decision, LocalText Service, int Actions);
    private sealed record TargetOf(Target Target, LocalText Service);
}
