namespace Cadran.Insight;

/// <summary>Every closed question of a wave by the answers to another one, or by channel or language.</summary>
/// <param name="By">As <see cref="Splits"/> writes it.</param>
/// <param name="Groups">In the order of the answers; empty while nothing is shown.</param>
public sealed record WaveSplit(string By, IReadOnlyList<SplitGroup> Groups);
