namespace Cadran.Statistics.Drivers;

/// <summary>The priority matrix with the lines that were used.</summary>
/// <param name="Cut">Rule that drew the lines.</param>
/// <param name="ImportanceLine">Share of R² from which a driver counts as important.</param>
/// <param name="ScoreLine">Score from which a driver counts as performing.</param>
/// <param name="Drivers">In the order of the drivers.</param>
/// <remarks>The lines are drawn again in each replicate, so that probabilities include the uncertainty of the lines.</remarks>
public sealed record Priorities(PriorityCut Cut, double ImportanceLine, double ScoreLine, IReadOnlyList<DriverPriority> Drivers)
{
    /// <summary>
    /// Every driver scores <see cref="DriverAnalysisOptions.HighScore"/> or more and the line is one between them: none is to be improved
    /// first.
    /// </summary>
    public bool AllHigh { get; init; }
}
