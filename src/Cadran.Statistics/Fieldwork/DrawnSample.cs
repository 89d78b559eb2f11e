namespace Cadran.Statistics.Fieldwork;

/// <summary>Who was drawn.</summary>
/// <param name="Positions">Places of the drawn in the list, from 0, ascending.</param>
/// <param name="Probabilities">Chance that each had to be drawn, in (0, 1]; the design weight is its inverse.</param>
public sealed record DrawnSample(IReadOnlyList<int> Positions, IReadOnlyList<double> Probabilities);
