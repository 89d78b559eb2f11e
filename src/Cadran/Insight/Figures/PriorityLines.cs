namespace Cadran.Insight;

/// <summary>Where the lines of the priority matrix lie.</summary>
/// <param name="Importance">Mean importance of the drivers, a share.</param>
/// <param name="Score">Mean score of the drivers, or a fixed line; null when one of the scores is withheld, which the mean would give
/// away.</param>
public sealed record PriorityLines(double Importance, double? Score)
{
    /// <summary>Somebody chose the line; it is not the mean of the drivers.</summary>
    public bool Fixed { get; init; }

    /// <summary>Every driver scores so high that none is to be improved first.</summary>
    public bool AllHigh { get; init; }
}
