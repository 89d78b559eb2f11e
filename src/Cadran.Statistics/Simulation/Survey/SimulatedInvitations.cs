namespace Cadran.Statistics.Simulation;

/// <summary>Everybody who was invited to a wave, as columns of equal length.</summary>
/// <param name="Person">As in <see cref="SimulatedWave"/>.</param>
/// <param name="Stratum">Index of the model's stratum.</param>
/// <param name="Office">As in <see cref="SimulatedWave"/>.</param>
/// <param name="Channel">Index of the channel of invitation.</param>
/// <param name="Language">Index of the language.</param>
/// <param name="Age">Index of the age band.</param>
/// <param name="Answered">Whether an answer came back.</param>
public sealed record SimulatedInvitations(
    int[] Person, byte[] Stratum, int[] Office, byte[] Channel, byte[] Language, byte[] Age, bool[] Answered)
{
    /// <summary>Invitations sent.</summary>
    public int Count => Person.Length;
}
