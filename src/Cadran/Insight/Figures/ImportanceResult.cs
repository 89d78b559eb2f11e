namespace Cadran.Insight;

/// <summary>The importance of one driver by two methods, with its interval and ranks.</summary>
/// <param name="Lmg">Part of R²; adds up to it.</param>
/// <param name="Share">The same over R²; <paramref name="Low"/> and <paramref name="High"/> are its interval.</param>
/// <param name="Johnson">Relative weight, a part of R² by another method: near LMG, never equal.</param>
public sealed record ImportanceResult(
    string Code, double Lmg, double Share, double Johnson, double? Low, double? High, int Rank, int RankLow, int RankHigh)
{
    /// <summary>People who rate it higher are less satisfied: its correlation or its coefficient is below zero.</summary>
    public bool WrongSign { get; init; }

    /// <summary>The interval overlaps that of the driver ranked next.</summary>
    public bool TiedWithNext { get; init; }
}
