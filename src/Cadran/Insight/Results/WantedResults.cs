namespace Cadran.Insight;

/// <summary>What a list wants to know of a wave beside its scores.</summary>
/// <param name="Drivers">What comes first.</param>
/// <param name="Before">The change from that wave; null where none is wanted.</param>
/// <param name="Comments">How many comments are shown.</param>
internal sealed record WantedResults(Guid Wave, bool Drivers, Guid? Before, bool Comments);
