namespace Cadran.Statistics.Drivers;

/// <summary>A driver's place in the priority matrix and how sure it is.</summary>
/// <param name="Importance">LMG share of R², in [0, 1].</param>
/// <param name="Score">Mean score of the driver over complete cases, 0..100.</param>
/// <param name="Quadrant">Where the estimates fall; a value on the line counts as above it.</param>
/// <param name="Probability">Share of replicates that put the driver in the same quadrant; NaN without replicates.</param>
/// <param name="Probabilities">The same for the four quadrants, in the order of <see cref="Drivers.Quadrant"/>.</param>
public sealed record DriverPriority(double Importance, double Score, Quadrant Quadrant, double Probability,
    IReadOnlyList<double> Probabilities)
{
    /// <summary>Probability from which a place is firm; below, the driver is borderline.</summary>
    public const double FirmFrom = 0.8;

    /// <summary>True when the quadrant held in at least <see cref="FirmFrom"/> of the replicates.</summary>
    public bool Firm => Probability >= FirmFrom;
}
