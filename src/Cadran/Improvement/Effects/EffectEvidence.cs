using Cadran.Collection;

namespace Cadran.Improvement;

/// <summary>What two waves say about an action: the change of its measure from the last wave before delivery to one fielded after it.</summary>
/// <param name="Change">Points of 0–100, later minus earlier, with its interval; null when withheld or not comparable.</param>
/// <param name="MinimumDetectable">Smallest true change these two waves would show with 80 % power, in points.</param>
public sealed record EffectEvidence(
    Wave Before, Wave After, double? Change, double? Low, double? High, double? StandardError, double? P, double? MinimumDetectable)
{
    /// <summary>p adjusted for the other changes between these waves, and how many those are; null for the overall score, the one planned comparison.</summary>
    public double? Q { get; init; }
    public int Changes { get; init; }

    /// <summary>Among so many changes one like this may be chance.</summary>
    public bool OneOfMany => Q >= 0.05;

    /// <summary>The data show a gain: the whole interval is above zero. An association in time, not proof of cause.</summary>
    public bool ShowsGain => Low > 0;

    /// <summary>The data show a loss.</summary>
    public bool ShowsLoss => High < 0;
}
