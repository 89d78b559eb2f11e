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
public sealed class ImprovementIndexModel(CadranDb db, Access access, TargetStandings standings, Citations citations, TimeProvider time,
    IStringLocalizer<Text> text) : PageModel
{
    /// <param name="HasAccount">The owner has an account; a name alone cannot be told or asked.</param>
    /// <param name="Evidence">Whether what it rests on is still what it was.</param>
    public sealed record ActionRow(Guid Id, LocalText Title, Guid ServiceId, LocalText Service, LocalText Organisation, string Owner,
        bool HasAccount, DateOnly DueOn, double? ExpectedPoints, ActionState State, bool Overdue,
        EvidenceState Evidence, SourceKind Source);

    /// <inheritdoc cref="ActionRow"/>
    public sealed record DecisionRow(Guid Id, LocalText Title, Guid ServiceId, LocalText Service, LocalText Organisation, LocalText Body,
        DateOnly On, bool Withdrawn, int Actions, EvidenceState Evidence);

    /// <inheritdoc cref="ActionRow"/>
    public sealed record TargetRow(Guid Id, LocalText Service, LocalText Organisation, LocalText Measure, double Baseline, double Value,
        string Change, DateOnly DueOn, TargetStanding Standing, EvidenceState Evidence);

    /// <summary>A service that the list was opened from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Service, name or number")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "State")]
    public ActionState? State { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Comes from")]
    public SourceKind? Source { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "To decide on")]
    public bool Waiting { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Late only")]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "My actions")]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Sort actions by")]
    public RegisterOrder Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public int ActionsPage { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int DecisionsPage { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int TargetsPage { get; set; } = 1;

    public bool MayImprove => access.CanSomewhere(Right.Improve);

    /// <summary>The service that the list was opened from; null without one.</summary>
    public LocalText? Chosen { get; private set; }
    public IReadOnlyList<SelectListItem> States { get; private set; } = [];
    public IEnumerable<SelectListItem> Sources => Enum.GetValues<SourceKind>()
        .Select(s => new SelectListItem(text[SourceWords.Word(s)], s.ToString(), s == Source));
    public IEnumerable<SelectListItem> Orders =>
        Enum.GetValues<RegisterOrder>().Select(o => new SelectListItem(text[o switch
        {
            RegisterOrder.Service => "Service",
            RegisterOrder.Owner => "Owner",
            RegisterOrder.Newest => "Newest first",
            _ => "Due date",
        }], o.ToString()));

    public ListPage<ActionRow> Actions { get; private set; } = new();
    public ListPage<DecisionRow> Decisions { get; private set; } = new();
    public ListPage<TargetRow> Targets { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        IQueryable<Service> chosen = Services();
        ListPage<FoundAction> actions = await ActionRows(chosen).PageAsync(ActionsPage, ct);
        ListPage<FoundDecision> decisions = await DecisionRows(chosen).PageAsync(DecisionsPage, ct);
        ListPage<FoundTarget> targets = await TargetRows(chosen).PageAsync(TargetsPage, ct);
        EvidenceStandings evidence = await EvidenceAsync(actions.Rows, decisions.Rows, targets.Rows, ct);
        (Actions, Decisions) = (actions.Select(a => Row(a, evidence)), decisions.Select(d => Row(d, evidence)));
        Targets = new(await RowsAsync(targets.Rows, evidence, ct), targets.Number, targets.Total);
        if (Service is { } id) Chosen = await chosen.Where(s => s.Id == id).Select(s => s.Name).FirstOrDefaultAsync(ct);
        States = [.. Enum.GetValues<ActionState>().Select(s => new SelectListItem(text[StateTags.Word(s)], s.ToString(), s == State))];
    }

    /// <summary>Everything that the filters leave, in one file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        IQueryable<Service> chosen = Services();
        List<FoundAction> actions = await ActionRows(chosen).ToListAsync(ct);
        List<FoundDecision> decisions = await DecisionRows(chosen).ToListAsync(ct);
        List<FoundTarget> targets = await TargetRows(chosen).ToListAsync(ct);
        EvidenceStandings evidence = await EvidenceAsync(actions, decisions, targets, ct);
        return File(RegisterCsv.Write([.. actions.Select(a => Row(a, evidence))], [.. decisions.Select(d => Row(d, evidence))],
            await RowsAsync(targets, evidence, ct), text), "text/csv", "register.csv");
    }

    private IQueryable<Service> Services()
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        IQueryable<Service> services = db.Services.AsNoTracking().Where(s => readable.Contains(s.OrganisationId));
        return (Service is { } id ? services.Where(s => s.Id == id) : services).Matching(Q);
    }

    private sealed record FoundAction(ImprovementAction Action, LocalText Name, LocalText Organisation);
    private sealed record FoundDecision(Decision Decision, LocalText Name, LocalText Organisation, int Actions);
    private sealed record FoundTarget(Target Target, LocalText Name, LocalText Organisation);

    private IQueryable<FoundAction> ActionRows(IQueryable<Service> services)
    {
        IQueryable<ImprovementAction> wanted = db.ImprovementActions.AsNoTracking();
        if (State is { } state) wanted = wanted.Where(ImprovementAction.Is(state));
        if (Source is { } source) wanted = wanted.Where(a => a.SourceKind == source);
        if (Waiting) wanted = wanted.Where(ImprovementAction.ToDecideOn(time.Today));
        if (Late) wanted = wanted.Where(ImprovementAction.OverdueOn(time.Today));
        Guid? me = access.Actor.UserId;
        if (Mine) wanted = wanted.Where(a => a.OwnerId == me || a.SubstituteId == me);
        bool french = Localization.Language == "fr";
        var joined = from a in wanted
                     join s in services on a.ServiceId equals s.Id
                     join o in db.Organisations on s.OrganisationId equals o.Id
                     select new { Action = a, Service = s, Organisation = o.Name };
        var ordered = Sort switch
        {
            RegisterOrder.Service => joined.OrderBy(j => french ? j.Service.SortFr : j.Service.SortEn).ThenBy(j => j.Action.DueOn),
            RegisterOrder.Owner => joined.OrderBy(j => j.Action.Owner).ThenBy(j => j.Action.DueOn),
            RegisterOrder.Newest => joined.OrderByDescending(j => j.Action.OpenedAtUtc),
            _ => joined.OrderBy(j => j.Action.DueOn),
        };
        return ordered.ThenBy(j => j.Action.Id).Select(j => new FoundAction(j.Action, j.Service.Name, j.Organisation));
    }

    private ActionRow Row(FoundAction found, EvidenceStandings evidence) => new(
        found.Action.Id, found.Action.Title, found.Action.ServiceId, found.Name, found.Organisation,
        found.Action.Owner, found.Action.OwnerId is not null, found.Action.DueOn, found.Action.ExpectedPoints?.Value,
        found.Action.State, found.Action.IsOverdueOn(time.Today), evidence.Of(found.Action).State, found.Action.SourceKind);

    private IQueryable<FoundDecision> DecisionRows(IQueryable<Service> services) =>
        from d in db.Decisions.AsNoTracking()
        join s in services on d.ServiceId equals s.Id
        join o in db.Organisations on s.OrganisationId equals o.Id
        orderby d.DecidedOn descending, d.Id descending
        select new FoundDecision(d, s.Name, o.Name, db.ImprovementActions.Count(a => a.DecisionId == d.Id));

    private static DecisionRow Row(FoundDecision found, EvidenceStandings evidence) => new(
        found.Decision.Id, found.Decision.Title, found.Decision.ServiceId, found.Name, found.Organisation,
        found.Decision.Body, found.Decision.DecidedOn, found.Decision.IsWithdrawn, found.Actions,
        evidence.Of(found.Decision).State);

    private IQueryable<FoundTarget> TargetRows(IQueryable<Service> services) =>
        from t in db.Targets.AsNoTracking()
        join s in services on t.ServiceId equals s.Id
        join o in db.Organisations on s.OrganisationId equals o.Id
        where t.WithdrawnAtUtc == null
        orderby t.DueOn, t.Id
        select new FoundTarget(t, s.Name, o.Name);

    private Task<EvidenceStandings> EvidenceAsync(IReadOnlyList<FoundAction> actions, IReadOnlyList<FoundDecision> decisions,
        IReadOnlyList<FoundTarget> targets, CancellationToken ct) => citations.OfAsync([.. decisions.Select(d => d.Decision)],
        [.. targets.Select(t => t.Target)], [.. actions.Select(a => a.Action)], ct);

    private async Task<IReadOnlyList<TargetRow>> RowsAsync(IReadOnlyList<FoundTarget> found, EvidenceStandings evidence,
        CancellationToken ct)
    {
        var measures = await MeasureNames.AskedAsync(db, found.Select(t => (t.Target.BaselineWaveId, t.Target.Item)), ct);
        var standing = await standings.OfAsync([.. found.Select(t => t.Target)], ct);
        return [.. found.Select(t => new TargetRow(t.Target.Id, t.Name, t.Organisation, measures[(t.Target.BaselineWaveId, t.Target.Item)],
            t.Target.Baseline, t.Target.Value, TargetReadings.Own(text, t.Target), t.Target.DueOn, standing[t.Target.Id],
            evidence.Of(t.Target).State))];
    }
}
