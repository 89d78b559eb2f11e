using System.Linq.Expressions;
using Cadran.People;

namespace Cadran.Improvement;

// What happens to an entry of the register before and after the work: raised, assessed, decided on, closed, opened again.
public sealed partial class ImprovementAction
{
    /// <summary>Says that something is to be improved, and what makes one think so.</summary>
    /// <param name="source">Checked by <see cref="EntrySources"/>.</param>
    /// <param name="wantedBy">The day by which whoever raises it would have it.</param>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static ImprovementAction Raise(Guid serviceId, EntrySource source, LocalText title, LocalText description, DateOnly wantedBy,
        Actor by, Moment now, Guid? number = null)
    {
        if (wantedBy < now.Today)
            throw new RuleViolationException("action.wanted-before", "The day by which it is wanted cannot be in the past.", nameof(DueOn));
        return new ImprovementAction
        {
            Id = number ?? Guid.CreateVersion7(),
            ServiceId = serviceId,
            SourceKind = source.Kind,
            SourceId = source.Id,
            SourceWords = source.Words,
            Title = TextLimits.Required(title, TitleMaxLength, nameof(Title)),
            Description = TextLimits.Optional(description, DescriptionMaxLength, nameof(Description)),
            DueOn = wantedBy,
            OpenedBy = by.Name,
            OpenedAtUtc = now.AtUtc,
        };
    }

    /// <summary>Says what it would take and bring; said again, the last word counts and the others stay in the history.</summary>
    /// <param name="item">What its effect is to be measured on; null where no score can show it.</param>
    /// <param name="expectedPoints">By how much it should move that, above 0; null without an item.</param>
    /// <param name="measured">Codes of what the last wave of the service measured.</param>
    public void Assess(
        ActionAssessment assessment, string? item, double? expectedPoints, IEnumerable<string> measured, Actor by, Moment now)
    {
        if (State is not (ActionState.Raised or ActionState.Reopened or ActionState.Assessed or ActionState.Deferred))
            throw new RuleViolationException("action.decided", "This entry was decided on already: it is not assessed any more.");
        if (item is not null && !measured.Contains(item))
            throw new RuleViolationException("action.item-unknown",
                "The last wave of the service did not measure this. Choose one of its measures.", nameof(Item));
        if ((item is null) != (expectedPoints is null))
            throw new RuleViolationException("action.item-and-points",
                "Give both the measure and the points, or neither.", nameof(ExpectedPoints));
        if (expectedPoints is not null and not (> 0 and <= 100)) throw NoGain();
        Assessment = assessment.Require();
        (Item, ExpectedPoints) = (item, expectedPoints is { } points ? new Points(points) : null);
        AssessedAtUtc = now.AtUtc;
        Note(new(ActionStepKind.Assessed, by.Name, now.AtUtc, LocalText.Empty));
    }

    /// <summary>It is to be done: by whom and by when.</summary>
    public void Approve(string owner, Guid? ownerId, DateOnly dueOn, LocalText reason, Actor by, Moment now)
    {
        RequireDecidable();
        if (dueOn < now.Today)
            throw new RuleViolationException("action.due-before", "The day by which it is due cannot be in the past.", nameof(DueOn));
        (Owner, OwnerId, DueOn) = (TextLimits.Required(owner, TitleMaxLength, nameof(Owner)), ownerId, dueOn);
        Rule(ActionRuling.Approved, ActionStepKind.Approved, reason, null, by, now);
    }

    public void Decline(LocalText reason, Actor by, Moment now)
    {
        RequireDecidable();
        Rule(ActionRuling.Declined, ActionStepKind.Declined, reason, null, by, now);
    }

    /// <summary>It is to be looked at again on a day.</summary>
    public void Defer(DateOnly until, LocalText reason, Actor by, Moment now)
    {
        RequireDecidable();
        if (until <= now.Today)
            throw new RuleViolationException("action.deferred-before", "Choose a day to come on which it is looked at again.",
                nameof(DeferredUntil));
        Rule(ActionRuling.Deferred, ActionStepKind.Deferred, reason, until, by, now);
    }

    /// <summary>Nothing more is to be learned from it.</summary>
    public void Close(LocalText reason, Actor by, Moment now)
    {
        if (State is not (ActionState.Delivered or ActionState.Verified or ActionState.NotVerified))
            throw new RuleViolationException("action.not-closable", "Only what was delivered is closed.");
        Note(new(ActionStepKind.Closed, by.Name, now.AtUtc, Said(reason)));
        ClosedAtUtc = now.AtUtc;
    }

    /// <summary>It had ended and was not enough: what came of it stays, and it is assessed and decided on anew.</summary>
    public void Reopen(LocalText reason, Actor by, Moment now)
    {
        if (State is not (ActionState.Closed or ActionState.Declined or ActionState.NotVerified))
            throw new RuleViolationException("action.not-reopenable",
                "Only what was closed or declined, or did not show its effect, is opened again.");
        Note(new(ActionStepKind.Reopened, by.Name, now.AtUtc, Said(reason)));
        if (DeliveredOn is not null)
            Earlier = [.. Earlier, new()
            {
                StartedOn = StartedOn,
                DeliveredOn = DeliveredOn,
                Verdict = Verdict,
                VerdictReason = VerdictReason,
                ReopenedAtUtc = now.AtUtc,
            }];
        (StartedOn, StartedBy, DeliveredOn, DeliveredBy) = (null, null, null, null);
        (Verdict, Verified, VerdictReason) = (null, null, LocalText.Empty);
        (Ruling, RuledOn, DeferredUntil, AssessedAtUtc, ClosedAtUtc) = (null, null, null, null, null);
        ReopenedAtUtc = now.AtUtc;
    }

    /// <summary>It is to be done and is not delivered yet.</summary>
    public static Expression<Func<ImprovementAction, bool>> Going { get; } =
        a => a.Ruling == ActionRuling.Approved && a.AbandonedAtUtc == null && a.DeliveredOn == null;

    /// <summary>It was to be done and was not given up: under way, delivered or judged.</summary>
    public static Expression<Func<ImprovementAction, bool>> Undertaken { get; } =
        a => a.Ruling == ActionRuling.Approved && a.AbandonedAtUtc == null;

    /// <summary>The same rule as <see cref="Undertaken"/>.</summary>
    public bool IsUndertaken => Ruling == ActionRuling.Approved && AbandonedAtUtc is null;

    /// <summary>Somebody has to decide on it, and by that day nobody has: raised, assessed, opened again, or deferred until then.</summary>
    public static Expression<Func<ImprovementAction, bool>> ToDecideOn(DateOnly day) =>
        a => a.AbandonedAtUtc == null && (a.Ruling == null || (a.Ruling == ActionRuling.Deferred && a.DeferredUntil <= day));

    private void RequireDecidable()
    {
        if (State is not (ActionState.Assessed or ActionState.Deferred))
            throw new RuleViolationException("action.not-decidable",
                Ruling is null ? "Assess it first: nobody can decide on what it would take and bring before somebody says so."
                    : "This entry was decided on already.");
    }

    private void Rule(ActionRuling ruling, ActionStepKind kind, LocalText reason, DateOnly? until, Actor by, Moment now)
    {
        Note(new(kind, by.Name, now.AtUtc, Said(reason), until));
        (Ruling, RuledOn, DeferredUntil) = (ruling, now.Today, until);
    }

    private void Note(ActionStep step) => Steps = [.. Steps, step];

    private static LocalText Said(LocalText reason) => TextLimits.Required(reason, DescriptionMaxLength, "Reason");

    private static RuleViolationException NoGain() =>
        new RuleViolationException("action.expected", "Enter a number above 0, at most 100.", nameof(ExpectedPoints));
}
