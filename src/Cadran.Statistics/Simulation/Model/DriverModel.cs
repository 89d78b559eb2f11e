namespace Cadran.Statistics.Simulation;

/// <summary>One driver of satisfaction as clients of a service experience it.</summary>
/// <param name="Name">Item code.</param>
/// <param name="Shares">Shares of the answers 1 to 5 before any drift; they sum to 1.</param>
/// <param name="Weight">Pull on overall satisfaction, on any positive scale.</param>
/// <param name="NotApplicable">Share of respondents to whom the item does not apply, in [0, 1).</param>
/// <param name="Loading">Correlation with the general factor, in [0, 1). High loadings make drivers hard to separate.</param>
public sealed record DriverModel(string Name, IReadOnlyList<double> Shares, double Weight, double NotApplicable = 0, double Loading = 0.85);
