using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>
/// What figures of a standard say under every rule of comparison that has been official: the one calculation of met, missed and not
/// assessable that pages, files and reports use.
/// </summary>
/// <param name="figures">As reported.</param>
/// <param name="reportedOn">The day that chooses the rule in force.</param>
public sealed class StandardAssessment(StandardFigures figures, DateOnly reportedOn)
{
    private readonly StandardOutcome[] outcomes =
        [.. OfficialRule.All.Select(r => ServiceStandardCheck.Evaluate(figures.Meeting, figures.Total, figures.Target?.Share, r.Rule))];

    /// <summary>The rule that official data followed when the figures were reported.</summary>
    public OfficialRule InForce { get; } = OfficialRule.On(reportedOn);

    public IReadOnlyList<StandardFinding> Findings => outcomes[0].Findings;

    /// <summary>Share of the cases that kept the standard, in [0, 1]; null where it is unknown or cannot be true.</summary>
    public decimal? Performance => outcomes[0].Performance is <= 1 and var share ? share : null;

    /// <summary>Null when it is met or missed.</summary>
    public NotAssessable? Reason => outcomes[0].Assessed == TargetMet.NotApplicable ? Why() : null;

    /// <summary>Whether the rules disagree: a narrow miss that rounds up to its target.</summary>
    public bool DependsOnRule => outcomes.Any(o => o.Assessed != outcomes[0].Assessed);

    /// <param name="rule">One that has been official; null for the one in force when the figures were reported.</param>
    public TargetMet Under(ComparisonRule? rule = null) => Of(rule).Assessed;

    /// <summary>Whether some rule, by the published table, gives the reporter's outcome. The table assesses figures in error too.</summary>
    public bool Gives(TargetMet reported) => outcomes.Any(o => o.Met == reported);

    /// <summary>Outcome by the published table under the rule in force, figures in error included.</summary>
    public TargetMet Published => Of(null).Met;

    private StandardOutcome Of(ComparisonRule? rule)
    {
        ComparisonRule chosen = rule ?? InForce.Rule;
        for (int i = 0; i < outcomes.Length; i++)
            if (OfficialRule.All[i].Rule == chosen) return outcomes[i];
        throw new ArgumentOutOfRangeException(nameof(rule), chosen, "This rule has never been official.");
    }

    private NotAssessable Why() =>
        Findings.Contains(StandardFinding.MeetingExceedsTotal) ? NotAssessable.MoreMetThanCases
        : Findings.Contains(StandardFinding.NegativeVolume) ? NotAssessable.NegativeCount
        : Findings.Contains(StandardFinding.TargetOutOfRange) ? NotAssessable.TargetOutOfRange
        : figures.Target is null ? NotAssessable.NoTarget
        : figures.Target.Value.Share == 0 ? NotAssessable.TargetOfZero
        : figures.Total == 0 ? NotAssessable.NoCases
        : NotAssessable.NotCounted;
}
