using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>The drivers of a wave as decisions need them.</summary>
/// <param name="Evidence">In order of importance; empty when withheld.</param>
/// <param name="Result">How much they explain, or why nothing is said of them.</param>
/// <param name="OneFails">When exactly one driver fails, which it is most often, and its share of those cases.</param>
public sealed record WaveDrivers(IReadOnlyList<DecisionEvidence> Evidence, DriverResult Result, (LocalText Driver, double Share)? OneFails);
