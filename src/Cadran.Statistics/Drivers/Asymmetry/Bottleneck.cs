namespace Cadran.Statistics.Drivers;

/// <summary>What level of the condition an outcome needs.</summary>
/// <param name="Outcome">Level of the outcome.</param>
/// <param name="Step">Lowest condition at which the step ceiling allows it; null when every condition does.</param>
/// <param name="Line">The same under the line; null when every condition does, infinite when none observed does.</param>
public sealed record Bottleneck(double Outcome, double? Step, double? Line);
