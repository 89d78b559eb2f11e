using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Respondents for whom exactly that many drivers fail. Numbers are null when withheld or when there is nobody.</summary>
public sealed record FailingResult(int Failing, int? N, double? Share, double? Score)
{
    /// <summary>Why it is withheld, or null.</summary>
    public Suppression? Suppressed { get; init; }
    public double? ShareLow { get; init; }
    public double? ShareHigh { get; init; }
    public double? ScoreLow { get; init; }
    public double? ScoreHigh { get; init; }
}
