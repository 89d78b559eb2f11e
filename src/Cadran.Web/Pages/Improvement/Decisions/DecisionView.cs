using Cadran.Catalogue;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What the page of a decision shows.</summary>
public sealed record DecisionView
{
    public required Decision Decision { get; init; }
    public required Service Service { get; init; }
    public required string WaveName { get; init; }

    /// <summary>What was opened from it, the next due first.</summary>
    public required IReadOnlyList<ImprovementAction> Actions { get; init; }

    /// <summary>How what it rests on stands.</summary>
    public required EvidenceStandings Standings { get; init; }
    public required bool MayImprove { get; init; }
    public required DateOnly On { get; init; }
}
