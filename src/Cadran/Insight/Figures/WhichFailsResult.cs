namespace Cadran.Insight;

/// <summary>How often it is this driver when exactly one fails.</summary>
/// <param name="Share">Among respondents for whom one driver fails; null when too few fail by it, or withheld to protect others.</param>
public sealed record WhichFailsResult(string Code, double? Share);
