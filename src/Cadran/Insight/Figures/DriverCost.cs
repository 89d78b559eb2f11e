namespace Cadran.Insight;

/// <summary>How many people a driver leaves out of the driver analysis.</summary>
/// <param name="People">People who rated overall satisfaction and every other driver, and not this one; null when they are so few that
/// their number is withheld.</param>
public sealed record DriverCost(string Code, int? People);
