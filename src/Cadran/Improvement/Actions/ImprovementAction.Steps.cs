using Cadran.People;

namespace Cadran.Improvement;

// What happens to an action after it was opened: each step says who took it and refuses to come out of order.
public sealed partial class ImprovementAction
{
    /// <param name="decision">The decision that it carries out; null for an entry that comes from elsewhere.</param>
    public void Start(DateOnly on, Decision? decision, Actor by, Moment now)
    {
        RequireApproved();
        if (State != ActionState.Approved)
            throw new RuleViolationException("action.already-started", "This action has already started or ended.");
        if (on > now.Today)
            throw new RuleViolationException("action.started-in-future", "The date cannot be in the future.", nameof(StartedOn));
        DateOnly decided = DecidedOn(decision);
        if (on < decided)
            throw new RuleViolationException("action.started-before-decision",
                "An action cannot start before it was decided, on {0}.", nameof(StartedOn), decided);
        (StartedOn, StartedBy) = (on, by.Name);
    }

    /// <param name="decision">The decision that it carries out; null for an entry that comes from elsewhere.</param>
    public void Deliver(DateOnly on, Decision? decision, Actor by, Moment now)
    {
        RequireApproved();
        if (State is not (ActionState.Approved or ActionState.InProgress))
            throw new RuleViolationException("action.not-deliverable", "Only an open action can be delivered.");
        if (on > now.Today)
            throw new RuleViolationException("action.delivered-in-future",
                "The delivery date cannot be in the future.", nameof(DeliveredOn));
        DateOnly decided = DecidedOn(decision);
        if (on < decided)
            throw new RuleViolationException("action.delivered-before-decision",
                "An action cannot be delivered before it was decided, on {0}.", nameof(DeliveredOn), decided);
        if (on < StartedOn)
            throw new RuleViolationException("action.delivered-before-start",
                "An action cannot be delivered before it started, on {0}.", nameof(DeliveredOn), StartedOn.Value);
        (StartedOn, StartedBy) = (StartedOn ?? on, StartedBy ?? by.Name);
        (DeliveredOn, DeliveredBy) = (on, by.Name);
    }

    public void Abandon(LocalText reason, Actor by, Moment now)
    {
        if (State is not (ActionState.Approved or ActionState.InProgress))
            throw new RuleViolationException("action.not-abandonable", "Only an action that is not delivered can be abandoned.");
        AbandonedReason = TextLimits.Required(reason, DescriptionMaxLength, "Reason");
        (AbandonedBy, AbandonedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>"It has started" was pressed too early: it is to start again.</summary>
    public void TakeBackStart(string reason, Actor by, Moment now)
    {
        if (State != ActionState.InProgress)
            throw new RuleViolationException("action.start-stands", "Only the start of an action that is under way can be taken back.");
        TakeBack(nameof(StartedOn), StartedOn!.Value, reason, by, now);
        (StartedOn, StartedBy) = (null, null);
    }

    /// <summary>"It is delivered" was pressed too early, and nothing was judged on it yet: it is under way again.</summary>
    public void TakeBackDelivery(string reason, Actor by, Moment now)
    {
        RequireUnjudged();
        if (State != ActionState.Delivered)
            throw new RuleViolationException("action.delivery-stands", "Only a delivery can be taken back, and there is none.");
        TakeBack(nameof(DeliveredOn), DeliveredOn!.Value, reason, by, now);
        (DeliveredOn, DeliveredBy) = (null, null);
    }

    /// <summary>It was not to be abandoned: it is what it was before.</summary>
    public void TakeBackAbandoning(string reason, Actor by, Moment now)
    {
        if (State != ActionState.Abandoned)
            throw new RuleViolationException("action.not-abandoned", "Only an action that was abandoned can be taken up again.");
        TakeBack(nameof(AbandonedAtUtc), DateOnly.FromDateTime(AbandonedAtUtc!.Value), reason, by, now);
        (AbandonedAtUtc, AbandonedBy, AbandonedReason) = (null, null, LocalText.Empty);
    }

    /// <summary>
    /// Puts right what was written. What was there before stays readable; what it should move, and by how much, never changes.
    /// </summary>
    /// <param name="ownerId">The owner's account, one of <see cref="ActionOwners"/>; null for somebody without one.</param>
    /// <param name="substitute">Who answers for it while the owner is away; null for nobody.</param>
    public void Correct(LocalText title, LocalText description, string owner, Guid? ownerId, DateOnly dueOn, string? reason, Actor by,
        Moment now, ActionOwner? substitute = null)
    {
        if (Verdict is not null || State is ActionState.Abandoned or ActionState.Closed or ActionState.Declined)
            throw new RuleViolationException("action.ended", "An action that was judged, closed or given up is not corrected any more.");
        Corrections =
        [
            .. Corrections,
            .. new CorrectionNotes(reason, by.Name, now.AtUtc).Note(nameof(Owner), Owner, owner.Trim())
                .Note(nameof(Substitute), Substitute, substitute?.Name ?? "").Note(nameof(DueOn), DueOn, dueOn)
                .Note(nameof(Title), Title, title)
                .Note(nameof(Description), Description, description).RequireReason().Made,
        ];
        Title = TextLimits.Required(title, TitleMaxLength, nameof(Title));
        Description = TextLimits.Optional(description, DescriptionMaxLength, nameof(Description));
        // Nobody answers for it before it is approved.
        string named = Ruling is null && string.IsNullOrWhiteSpace(owner) ? ""
            : TextLimits.Required(owner, TitleMaxLength, nameof(Owner));
        (Owner, OwnerId, DueOn) = (named, ownerId, dueOn);
        (Substitute, SubstituteId) = (substitute?.Name ?? "", substitute?.Id);
    }

    private void TakeBack(string step, DateOnly day, string reason, Actor by, Moment now) =>
        Corrections = [.. Corrections, .. new CorrectionNotes(reason, by.Name, now.AtUtc).Note(step, day.Iso(), "").RequireReason().Made];

    /// <summary>There is something to judge, and it was not judged yet.</summary>
    public void RequireJudgeable()
    {
        RequireUnjudged();
        if (DeliveredOn is null)
            throw new RuleViolationException("action.not-delivered", "This action is not delivered: there is no effect to judge yet.");
    }

    /// <summary>No verdict is given twice: what was concluded stays.</summary>
    public void RequireUnjudged()
    {
        if (Verdict is not null) throw new RuleViolationException("action.already-judged", "A verdict on this action is recorded already.");
    }

    /// <summary>
    /// Records whether the effect was seen, by the rule of <see cref="EffectVerdict.On"/>. Only a wave whose fieldwork
    /// began after the delivery can show it: <see cref="Effect.WavesFor"/> offers no other.
    /// </summary>
    public void Judge(EffectEvidence evidence, bool verified, LocalText reason, Actor by, Moment now)
    {
        RequireUnjudged();
        if (DeliveredOn is not { } delivered || evidence.After.OpensOn <= delivered)
            throw new InvalidOperationException(
                $"Wave {evidence.After.Name} did not begin after the delivery: it cannot show the effect of action {Id}.");
        EffectVerdict verdict = EffectVerdict.On(evidence, verified, by, now);
        VerdictReason = TextLimits.Required(reason, DescriptionMaxLength, "Reason");
        Verified = verified;
        Verdict = verdict;
    }

    private void RequireApproved()
    {
        if (Ruling != ActionRuling.Approved)
            throw new RuleViolationException("action.not-approved", "Work begins when the entry is approved.");
    }

    // The day of a decision may have been put right since the action was opened from it.
    private DateOnly DecidedOn(Decision? decision) => decision?.Id == DecisionId ? decision?.DecidedOn ?? RuledOn!.Value
        : throw new InvalidOperationException($"Action {Id} does not carry out decision {decision?.Id}.");
}
