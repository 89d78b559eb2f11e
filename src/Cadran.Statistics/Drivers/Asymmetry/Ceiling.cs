namespace Cadran.Statistics.Drivers;

/// <summary>A ceiling over the scatter of a condition and an outcome.</summary>
/// <param name="Zone">Empty area above the ceiling, in units of condition × outcome.</param>
/// <param name="Effect">Zone over scope, in [0, 1]; NaN when the line does not rise.</param>
/// <param name="Accuracy">Share of observations on or below the ceiling, in [0, 1]; 1 for the step ceiling.</param>
/// <param name="Probability">Share of random pairings of condition and outcome with an effect at least as large, the observed
/// pairing counted as one of them; NaN without permutations.</param>
/// <param name="ConditionInefficiency">Share of the condition's range that even the highest outcome does not need, in [0, 1];
/// NaN when the line does not rise.</param>
/// <param name="OutcomeInefficiency">Share of the outcome's range that every condition allows, in [0, 1];
/// NaN when the line does not rise.</param>
public sealed record Ceiling(double Zone, double Effect, double Accuracy, double Probability, double ConditionInefficiency,
    double OutcomeInefficiency)
{
    /// <summary>Share of the scope in which condition and outcome do not constrain each other, in [0, 1].</summary>
    public double Inefficiency => 1 - ((1 - ConditionInefficiency) * (1 - OutcomeInefficiency));

    /// <summary>
    /// Customary reading of the effect; null when there is none. A large effect that random pairings reach too says nothing:
    /// read it with <see cref="Probability"/>.
    /// </summary>
    public NecessitySize? Size => Effect switch
    {
        double.NaN => null,
        <= 0 => NecessitySize.None,
        < 0.1 => NecessitySize.Small,
        < 0.3 => NecessitySize.Medium,
        < 0.5 => NecessitySize.Large,
        _ => NecessitySize.VeryLarge,
    };
}
