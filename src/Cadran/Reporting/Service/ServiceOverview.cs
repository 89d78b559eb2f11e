using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Standards;

namespace Cadran.Reporting;

/// <summary>
/// Everything the service page and the report say, read from the evidence: the chain from answers to effect, with what is missing
/// left visibly empty. Nothing here is typed for the page.
/// </summary>
public sealed record ServiceOverview
{
    public required Service Service { get; init; }
    public required Organisation Organisation { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Closed waves, oldest first.</summary>
    public required IReadOnlyList<WavePoint> Waves { get; init; }

    /// <summary>A wave that takes answers today, or is planned.</summary>
    public Wave? Current { get; init; }

    /// <summary>Change of the overall score from the wave before to the last; null with fewer than two waves.</summary>
    public EffectEvidence? Change { get; init; }

    /// <summary>Drivers of the last wave in order of importance; empty when there are too few answers.</summary>
    public IReadOnlyList<DecisionEvidence> Drivers { get; init; } = [];

    /// <summary>How much the drivers explain, or why nothing is said of them; null without a closed wave.</summary>
    public DriverResult? DriverFit { get; init; }

    /// <summary>When exactly one driver fails, which it is most often: its share of those cases.</summary>
    public (LocalText Driver, double Share)? OneFails { get; init; }
    public Decision? Decision { get; init; }
    public required IReadOnlyList<ImprovementAction> Actions { get; init; }
    public Target? Target { get; init; }

    /// <summary>How what the decision, the target and the verdicts rest on stands.</summary>
    public EvidenceStandings Standings { get; init; } = EvidenceStandings.None;

    /// <summary>What the target is about, in the words people were asked.</summary>
    public LocalText TargetName { get; init; } = LocalText.Empty;

    /// <summary>How the last wave stands against the path as it was on the last day of the wave; null where no wave tells.</summary>
    public TargetProgress? Progress { get; init; }

    /// <summary>Where the path of the target is today.</summary>
    public double? PathToday => Target is null ? null : (double)Target.ExpectedOn(On);

    /// <summary>Of the last wave; null without one.</summary>
    public MeasurementAge? Age { get; init; }
    public StandardsKept? Standards { get; init; }

    public WavePoint? Last => Waves.Count == 0 ? null : Waves[^1];
    public IEnumerable<ImprovementAction> ActionsGoing => Actions.Where(a => a.IsUndertaken);
    public IEnumerable<ImprovementAction> Late => Actions.Where(a => a.IsOverdueOn(On));
    public int Delivered => Actions.Count(a => a.DeliveredOn is not null);
    public IEnumerable<ImprovementAction> ToVerify => Actions.Where(a => a.State == ActionState.Delivered);

    /// <summary>Where the service stands in the nine steps of the improvement cycle: the step to work on now.</summary>
    public int Step => NineSteps.Of(new()
    {
        On = On,
        CycleMonths = Age?.CycleMonths ?? MeasurementCycles.Usual,
        LastWave = Last is { Wave: var last } ? (last.Id, last.EndsOn, last.OpensOn) : null,
        ComingWave = Current?.Id,
        Decision = Decision is { } decision ? (decision.Id, decision.DecidedOn) : null,
        Target = Target is { } target ? (target.Id, target.DueOn) : null,
        Actions = [.. ActionsGoing.Select(a => new StepFacts.Action(a.Id, a.DueOn, a.DeliveredOn, a.Verified, null))],
    }).Current;
}
