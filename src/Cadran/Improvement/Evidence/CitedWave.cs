namespace Cadran.Improvement;

/// <summary>
/// A wave whose results something rests on, and what they were made of then. Of what was recorded before this was kept only the wave is
/// known: for that what has happened since is told by its dates.
/// </summary>
public sealed record CitedWave(Guid WaveId)
{
    /// <summary>Fingerprint of the answers that counted, as with the stored results; null of a wave that still took answers.</summary>
    public string? Content { get; init; }

    /// <summary>Answers that had ever come or gone; null where it was not kept.</summary>
    public long? Changes { get; init; }

    /// <summary>How many counted.</summary>
    public long Answers { get; init; }
    public DateOnly? OpensOn { get; init; }
    public DateOnly? ClosesOn { get; init; }

    /// <summary>Files that were in the wave, and periods that did not count.</summary>
    public IReadOnlyList<Guid> Imports { get; init; } = [];
    public IReadOnlyList<Guid> Aside { get; init; } = [];
}
