namespace Cadran.Insight;

/// <summary>How the people served divide by one thing that the answers know too.</summary>
/// <param name="By">As <see cref="Splits"/> writes it: the channel, the language, or a question of one answer.</param>
/// <param name="Totals">One for each category that occurs in the answers.</param>
public sealed record WeightingMargin(string By, IReadOnlyList<WeightingTotal> Totals);
