using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
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

    public bool MayImprove => access.CanSomewhere(Right.Improve);
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> States { get; private set; } = [];
    public IReadOnlyList<ActionRow> Actions { get; private set; } = [];
    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];
    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        DateOnly today = time.Today;
        var readable = access.Readable;
        var services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        var chosen = Service is { } id ? services.Where(s => s.Id == id) : services;

        var actions = await (from a in db.ImprovementActions.AsNoTracking()
                             join s in chosen on a.ServiceId equals s.Id
                             orderby a.DueOn
                             select new { Action = a, s.Name }).ToListAsync(ct);
        Actions = [.. actions.Where(a => State is null || a.Action.State == State)
            .Select(a =>
                new ActionRow(a.Action.Id, a.Action.Title, a.Action.ServiceId, a.Name, a.Action.Owner, a.Action.DueOn,
                    a.Action.ExpectedPoints, a.Action.State, a.Action.IsOverdueOn(today)))];
        var decisions = await (from d in db.Decisions.AsNoTracking()
                               join s in chosen on d.ServiceId equals s.Id
                               orderby d.DecidedOn descending
                               select new { Decision = d, s.Name }).ToListAsync(ct);
        var perDecision = actions.CountBy(a => a.Action.DecisionId).ToDictionary();
        Decisions = [.. decisions.Select(d =>
            new DecisionRow(d.Decision.Id, d.Decision.Title, d.Decision.ServiceId, d.Name, d.Decision.Body, d.Decision.DecidedOn,
                d.Decision.WithdrawnAtUtc is not null, perDecision.GetValueOrDefault(d.Decision.Id)))];
        var targets = await (from t in db.Targets.AsNoTracking()
                             join s in chosen on t.ServiceId equals s.Id
                             where t.WithdrawnAtUtc == null
                             orderby t.DueOn
                             select new { Target = t, s.Name }).ToListAsync(ct);
        var measures = await MeasureNames.AskedAsync(db, targets.Select(t => (t.Target.BaselineWaveId, t.Target.Item)), ct);
        Targets = [.. targets.Select(t =>
            new TargetRow(t.Target.Id, t.Name, measures[(t.Target.BaselineWaveId, t.Target.Item)], t.Target.Baseline, t.Target.Value,
                TargetReadings.Own(text, t.Target), t.Target.DueOn))];

        // Only services that have something: a list of thousands would not be a filter.
        var withSomething = await services
            .Where(s => db.Decisions.Any(d => d.ServiceId == s.Id) || db.Targets.Any(t => t.ServiceId == s.Id))
            .Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        Services = [.. withSomething.Select(s => new SelectListItem(s.Name.In(Localization.Language), s.Id.ToString(), s.Id == Service))
            .OrderBy(s => s.Text, StringComparer.CurrentCulture)];
        States = [.. Enum.GetValues<ActionState>().Select(s => new SelectListItem(text[StateTags.Word(s)], s.ToString(), s == State))];
    }
}
