namespace Cadran.Insight;

/// <summary>Overall score by number of failing drivers, and which fails when exactly one does.</summary>
/// <param name="PassAt">Lowest rating that counts as a pass; null where the drivers have different scales.</param>
public sealed record ThresholdResult(int? PassAt, IReadOnlyList<FailingResult> ByFailing, IReadOnlyList<WhichFailsResult> WhenOneFails);
