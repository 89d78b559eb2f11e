using Cadran.Standards;

namespace Cadran.Commitments;

/// <summary>A standard as it was promised on the day a charter was published.</summary>
/// <param name="Version">Number of the version of its terms; 0 where it has none.</param>
/// <param name="Proportion">The share of the cases that is promised; null where nobody has said.</param>
public sealed record CharterPromise(Guid StandardId, int Version, LocalText Text, StandardTarget? Proportion)
{
    public static CharterPromise Of(ServiceStandard standard) =>
        new(standard.Id, standard.Latest?.Number ?? 0, standard.Text, standard.Latest?.Terms.Proportion);
}
