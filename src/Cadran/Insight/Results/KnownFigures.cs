namespace Cadran.Insight;

/// <summary>What is known of closed waves without opening an answer. What is not known is being worked out.</summary>
/// <param name="Drivers">Where they were asked for.</param>
/// <param name="Changes">To each later wave from the one before it.</param>
/// <param name="Comments">How many comments are shown, where it was asked for.</param>
/// <param name="Unknown">Waves of which something that was asked for is not known yet.</param>
public sealed record KnownFigures(
    IReadOnlyDictionary<Guid, WaveScores> Scores, IReadOnlyDictionary<Guid, DriverFindings> Drivers,
    IReadOnlyDictionary<Guid, WaveChange> Changes, IReadOnlyDictionary<Guid, int> Comments, IReadOnlySet<Guid> Unknown);
