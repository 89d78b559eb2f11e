using Cadran.People;

namespace Cadran.Improvement;

// What happens to an action after it was opened: each step says who took it and refuses to come out of order.
public sealed partial class ImprovementAction
{
    /// <param name="decision">The decision that the action carries out.</param>
    public void Start(DateOnly on, Decision decision, Actor by, Moment now)
    {
        if (State != ActionState.Open)
            throw new RuleViolationException("action.already-started", "This action has already started or ended.");
        if (on > now.Today)
            throw new RuleViolationException("action.started-in-future", "The date cannot be in the future.", nameof(StartedOn));
        if (on < Carried(decision).DecidedOn)
            throw new RuleViolationException("action.started-before-decision",
                "An action cannot start before it was decided, on {0}.", nameof(StartedOn), decision.DecidedOn);
        (StartedOn, StartedBy) = (on, by.Name);
    }

    /// <param name="decision">The decision that the action carries out.</param>
    public void Deliver(DateOnly on, Decision decision, Actor by, Moment now)
    {
        if (State is not (ActionState.Open or ActionState.InProgress))
            throw new RuleViolationException("action.not-deliverable", "Only an open action can be delivered.");
        if (on > now.Today)
            throw new RuleViolationException("action.delivered-in-future",
                "The delivery date cannot be in the future.", nameof(DeliveredOn));
        if (on < Carried(decision).DecidedOn)
            throw new RuleViolationException("action.delivered-before-decision",
                "An action cannot be delivered before it was decided, on {0}.", nameof(DeliveredOn), decision.DecidedOn);
        if (on < StartedOn)
            throw new RuleViolationException("action.delivered-before-start",
                "An action cannot be delivered before it started, on {0}.", nameof(DeliveredOn), StartedOn.Value);
        (StartedOn, StartedBy) = (StartedOn ?? on, StartedBy ?? by.Name);
        (DeliveredOn, DeliveredBy) = (on, by.Name);
    }

    public void Abandon(LocalText reason, Actor by, Moment now)
    {
        if (State is not (ActionState.Open or ActionState.InProgress))
            throw new RuleViolationException("action.not-abandonable", "Only an action that is not delivered can be abandoned.");
        AbandonedReason = TextLimits.Required(reason, DescriptionMaxLength, "Reason");
        (AbandonedBy, AbandonedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>No verdict is given twice: what was concluded stays.</summary>
    public void RequireUnjudged()
    {
        if (Verdict is not null) throw new RuleViolationException("action.already-judged", "A verdict on this action is recorded already.");
    }

    /// <summary>
    /// Records whether the effect was seen, by the rule of <see cref="EffectVerdict.On"/>. Only a wave whose fieldwork began after the delivery can show it: <see cref="Effect.WavesFor"/> offers no other.
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

    private Decision Carried(Decision decision) => decision.Id == DecisionId ? decision
        : throw new InvalidOperationException($"Action {Id} does not carry out decision {decision.Id}.");
}
