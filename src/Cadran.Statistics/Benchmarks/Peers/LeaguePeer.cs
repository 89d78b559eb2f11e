namespace Cadran.Statistics.Benchmarks;

/// <summary>A peer's line in a league table.</summary>
/// <param name="Peer">Position in the list that was given.</param>
/// <param name="Estimate">As given.</param>
/// <param name="Rank">Its place with its uncertainty; null when too few people or no error stand behind the estimate.</param>
public sealed record LeaguePeer(int Peer, Estimate Estimate, RankUncertainty? Rank);
