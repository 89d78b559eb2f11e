namespace Cadran.Insight;

/// <summary>What the results of a wave are made of at a moment.</summary>
/// <param name="Changes">As <see cref="WaveStamp"/>: answers that ever came or went, each time counted.</param>
/// <param name="Answers">How many count.</param>
/// <param name="Content">
/// Fingerprint of the answers that count, as with the stored results; null of a wave that takes answers, and where it is not known without
/// reading them.
/// </param>
public sealed record WaveBasis(Guid WaveId, long Changes, long Answers, string? Content);
