namespace Cadran.Insight;

/// <summary>Where the lines of the priority matrix lie.</summary>
/// <param name="Importance">Mean importance of the drivers, a share.</param>
/// <param name="Score">Mean score of the drivers; null when one of them is withheld, which it would give away.</param>
public sealed record PriorityLines(double Importance, double? Score);
