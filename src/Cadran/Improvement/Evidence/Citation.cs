namespace Cadran.Improvement;

/// <summary>The waves that something rests on, and when they were read.</summary>
public sealed record Citation(IReadOnlyList<CitedWave> Waves, DateTime AtUtc)
{
    /// <summary>As it was kept; of what was recorded before it was, the waves alone.</summary>
    public static Citation Of(IReadOnlyList<CitedWave>? kept, DateTime atUtc, params IEnumerable<Guid> waves) =>
        new(kept is { Count: > 0 } ? kept : [.. waves.Distinct().Select(w => new CitedWave(w))], atUtc);
}
