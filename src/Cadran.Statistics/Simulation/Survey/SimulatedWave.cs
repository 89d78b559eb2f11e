namespace Cadran.Statistics.Simulation;

/// <summary>The answers of one wave, as columns of equal length. Category columns index the model's lists.</summary>
/// <param name="Wave">Counted from 0.</param>
/// <param name="Person">Stable across waves: the same person keeps the same number.</param>
/// <param name="Stratum">Index of the model's stratum.</param>
/// <param name="Office">1000 × (stratum + 1) + number within the stratum.</param>
/// <param name="Channel">Index of the channel of invitation and answer.</param>
/// <param name="Language">Index of the language.</param>
/// <param name="Age">Index of the age band.</param>
/// <param name="Day">Day of fieldwork, 0 to 27, denser at the start.</param>
/// <param name="Weight">Design weight: clients represented, from both sampling stages.</param>
/// <param name="Overall">1 to 5.</param>
/// <param name="Drivers">One column per driver in model order: 1 to 5, or the code of <see cref="NoValue"/>: not
/// applicable, missing after a break-off.</param>
/// <param name="Invitations">Everybody who was asked, those who answered among them.</param>
public sealed record SimulatedWave(
    int Wave, int[] Person, byte[] Stratum, int[] Office, byte[] Channel, byte[] Language, byte[] Age, byte[] Day,
    double[] Weight, sbyte[] Overall, IReadOnlyList<sbyte[]> Drivers, SimulatedInvitations Invitations)
{
    /// <summary>Answers collected.</summary>
    public int Count => Overall.Length;

    /// <summary>
    /// How the wave was drawn, as an analyst is told: regions as strata, offices as clusters, design weights; offices as
    /// if drawn with replacement.
    /// </summary>
    public Design Design() => Statistics.Design.From(new()
    {
        Strata = Factor.Of(Array.ConvertAll(Stratum, s => (int)s)),
        Clusters = Factor.Of(Office),
        Weights = Weight,
    });

    /// <summary>Complaints of the same period; null when the model has none.</summary>
    public SimulatedComplaints? Complaints { get; init; }
}
