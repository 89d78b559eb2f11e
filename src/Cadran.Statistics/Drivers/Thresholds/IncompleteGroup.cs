namespace Cadran.Statistics.Drivers;

/// <summary>Respondents who did not rate every driver and for whom exactly <see cref="Failing"/> of those they rated fail.</summary>
/// <param name="Failing">From 0 to one fewer than the drivers.</param>
/// <param name="Rated">Weighted mean number of drivers rated; NaN without respondents.</param>
/// <param name="Share">Share of all respondents with incomplete ratings, in [0, 1].</param>
/// <param name="Score">Mean overall score, 0 to 100.</param>
/// <param name="TopTwo">Share giving one of the two best overall ratings, in [0, 1].</param>
public sealed record IncompleteGroup(int Failing, double Rated, Estimate Share, Estimate Score, Estimate TopTwo);
