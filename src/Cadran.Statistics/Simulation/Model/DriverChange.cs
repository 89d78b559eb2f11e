namespace Cadran.Statistics.Simulation;

/// <summary>A lasting change of one driver, such as the effect of an improvement action.</summary>
/// <param name="Driver">Name of the driver.</param>
/// <param name="FromWave">First wave, counted from 0, that feels it.</param>
/// <param name="Shift">Latent standard deviations; 0.3 moves about a tenth of the clients one answer up.</param>
public sealed record DriverChange(string Driver, int FromWave, double Shift);
