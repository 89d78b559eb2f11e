using Cadran.Collection;
using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>
/// What two waves say about an action: the change of its measure from the last wave before delivery to one fielded after it.
/// </summary>
/// <param name="Found">The tested change; null when the measure was not asked in both waves.</param>
/// <param name="Changes">How many changes between these waves were looked at beside the overall score.</param>
public sealed record EffectEvidence(Wave Before, Wave After, ChangeResult? Found, int Changes = 0)
{
    /// <summary>Both waves as they were read.</summary>
    public IReadOnlyList<CitedWave> Cited { get; init; } = [];

    // Its numbers are there or not all together: a change that nothing can be held against is no evidence.
    private ChangeResult? Shown => Found is { Difference.IsShown: true, P: not null } ? Found : null;

    /// <summary>Points of 0–100, later minus earlier, with its interval; null when withheld or not comparable.</summary>
    public double? Change => Shown?.Difference.Estimate;
    public double? Low => Shown?.Difference.Low;
    public double? High => Shown?.Difference.High;
    public double? StandardError => Shown?.Difference.Se;
    public double? P => Shown?.P;

    /// <summary>p adjusted for the other changes between these waves; null for the overall score, the one planned comparison.</summary>
    public double? Q => Shown?.Q;

    /// <summary>True change that these two waves find with 80 % power, in points.</summary>
    public double? MinimumDetectable => Shown?.MinimumDetectable;

    /// <summary>
    /// The measure was named before the wave was fielded: its change is judged by itself. An association in time, not proof of cause.
    /// </summary>
    public ChangeVerdict Verdict => Found.Planned();

    /// <summary>Among all the changes between these waves one like this may be chance.</summary>
    public bool OneOfMany => Q >= ChangeVerdicts.Level;
}
