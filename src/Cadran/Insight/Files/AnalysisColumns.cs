using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Which columns of a file hold what.</summary>
public sealed record AnalysisColumns
{
    public required string Overall { get; init; }
    public required IReadOnlyList<string> Drivers { get; init; }
    public Scale Scale { get; init; } = Scale.FivePoint;
    public string? Weight { get; init; }
    public string? Strata { get; init; }
    public string? Cluster { get; init; }
    public string? Population { get; init; }
    public IReadOnlyList<string> By { get; init; } = [];
    public string? Wave { get; init; }

    /// <summary>Cells that mean "no answer", beside blank and NA: numbers or words.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Cells that mean "does not apply to me".</summary>
    public IReadOnlyList<string> NotApplicable { get; init; } = [];
}
