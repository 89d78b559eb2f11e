namespace Cadran.Improvement;

/// <summary>One thing that happened to the evidence: when, by whom and why.</summary>
/// <param name="Wave">Name of the wave.</param>
/// <param name="What">The file, or the days; the answers there were.</param>
/// <param name="Answers">How many it is about; how many there are now.</param>
/// <param name="By">Empty, as the moment is null, where nobody did it: answers came in.</param>
/// <param name="Reason">Null where none was given.</param>
public sealed record EvidenceMove(
    EvidenceMoveKind Kind, string Wave, string What, long Answers, string By, DateTime? AtUtc, string? Reason);
