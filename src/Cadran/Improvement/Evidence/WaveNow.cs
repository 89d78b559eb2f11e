using Cadran.Collection;
using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>What a cited wave is now.</summary>
public sealed record WaveNow(Guid Id, string Name, DateOnly OpensOn, DateOnly ClosesOn, WaveBasis Basis)
{
    public IReadOnlyList<ImportFact> Imports { get; init; } = [];
    public IReadOnlyList<SetAsidePeriod> SetAside { get; init; } = [];
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What its results used, from when on; the last one stands.</summary>
    public IReadOnlyList<WeightingChoice> Weightings { get; init; } = [];
}
