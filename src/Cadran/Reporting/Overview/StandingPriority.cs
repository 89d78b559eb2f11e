namespace Cadran.Reporting;

/// <summary>What to improve first: the most important of the drivers in that place of the matrix.</summary>
/// <param name="Firm">It held that place in enough resamples.</param>
/// <param name="Name">In the words of the questionnaire; empty until the row is shown.</param>
public sealed record StandingPriority(string Code, bool Firm, LocalText Name);
