namespace Cadran.Improvement;

/// <summary>How the evidence of some entries of the register stands.</summary>
public sealed class EvidenceStandings
{
    private readonly IReadOnlyDictionary<Guid, EvidenceStanding> decisions, targets, verdicts;

    /// <summary>Of nothing: all that is asked of is as it was cited.</summary>
    public static EvidenceStandings None { get; } = new(
        new Dictionary<Guid, EvidenceStanding>(), new Dictionary<Guid, EvidenceStanding>(), new Dictionary<Guid, EvidenceStanding>());

    internal EvidenceStandings(IReadOnlyDictionary<Guid, EvidenceStanding> decisions, IReadOnlyDictionary<Guid, EvidenceStanding> targets,
        IReadOnlyDictionary<Guid, EvidenceStanding> verdicts) =>
        (this.decisions, this.targets, this.verdicts) = (decisions, targets, verdicts);

    public EvidenceStanding Of(Decision decision) => OfDecision(decision.Id);

    public EvidenceStanding Of(Target target) => targets.GetValueOrDefault(target.Id) ?? EvidenceStanding.AsCited;

    /// <summary>Of the verdict alone.</summary>
    public EvidenceStanding OfVerdict(ImprovementAction action) => verdicts.GetValueOrDefault(action.Id) ?? EvidenceStanding.AsCited;

    /// <summary>Of the decision that it carries out; of none, nothing has moved.</summary>
    public EvidenceStanding OfDecision(Guid? decision) =>
        decision is { } id && decisions.GetValueOrDefault(id) is { } found ? found : EvidenceStanding.AsCited;

    /// <summary>An action rests on its decision, and its verdict on two waves.</summary>
    public EvidenceStanding Of(ImprovementAction action) => EvidenceStanding.Worst([OfDecision(action.DecisionId), OfVerdict(action)]);
}
