namespace Cadran.Statistics.Simulation;

/// <summary>
/// The complaints of all clients of one wave's period, sampled or not, as columns of equal length in order of the offices.
/// </summary>
/// <param name="Stratum">Index of the model's stratum.</param>
/// <param name="Office">As in <see cref="SimulatedWave"/>.</param>
/// <param name="Day">Arrival, from 0 to below the period's days; fractions are times of day.</param>
/// <param name="Failing">Drivers that failed the client.</param>
/// <param name="Cause">Index of the driver that failed by most; −1 when none did.</param>
/// <param name="Duration">Days from arrival to decision, or to the end of the period for open cases.</param>
/// <param name="Decided">False for open cases, whose duration is censored.</param>
/// <param name="Transactions">Number of transactions of each office, sampled or not, by office code.</param>
public sealed record SimulatedComplaints(
    byte[] Stratum, int[] Office, double[] Day, byte[] Failing, sbyte[] Cause, double[] Duration, bool[] Decided,
    IReadOnlyDictionary<int, int> Transactions)
{
    /// <summary>Complaints of the period.</summary>
    public int Count => Office.Length;
}
