using Cadran.Standards;

namespace Cadran.Improvement;

/// <summary>What became of a plan by a day.</summary>
public sealed record PlanOutcome
{
    public required DateOnly On { get; init; }

    /// <summary>What clients said in a wave after the one the plan started from; null without one.</summary>
    public PlanContent.Level? Satisfaction { get; init; }

    /// <summary>Its actions as they are now.</summary>
    public required IReadOnlyDictionary<Guid, ImprovementAction> Actions { get; init; }
    public required IReadOnlyDictionary<Guid, TargetStanding> Targets { get; init; }

    /// <summary>What was reported of its standards for its year.</summary>
    public required IReadOnlyDictionary<Guid, StandardAssessment> Standards { get; init; }

    /// <summary>Of the actions of the plan, those delivered by its day.</summary>
    public int Delivered => Actions.Values.Count(a => a.DeliveredOn <= On);
}
