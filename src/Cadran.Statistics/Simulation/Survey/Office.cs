namespace Cadran.Statistics.Simulation;

/// <summary>A service point: effect is standard normal, clients is its yearly number of visitors.</summary>
internal sealed record Office(byte Stratum, int Number, double Effect, int Clients)
{
    public int Code => 1000 * (Stratum + 1) + Number;
}
