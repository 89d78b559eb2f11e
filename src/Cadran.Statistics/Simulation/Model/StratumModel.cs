namespace Cadran.Statistics.Simulation;

/// <summary>A region from whose offices some are drawn.</summary>
/// <param name="Name">What the region is called.</param>
/// <param name="Offices">Offices that exist.</param>
/// <param name="Sampled">Offices drawn, at most <paramref name="Offices"/>.</param>
/// <param name="ClientsPerOffice">Mean number of clients; offices vary between half and one and a half of it.</param>
public sealed record StratumModel(string Name, int Offices, int Sampled, int ClientsPerOffice);
