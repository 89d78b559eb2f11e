using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>A score as measured in one wave.</summary>
/// <param name="Score">0–100 with its interval at 95 %, or withheld with the reason.</param>
/// <param name="Respondents">People who answered; 0 when withheld.</param>
public sealed record Measurement(PublishedNumber Score, int Respondents)
{
    public bool IsShown => Score.IsShown;

    /// <summary>The wave as it was read; empty where nobody is about to cite it.</summary>
    public IReadOnlyList<CitedWave> Cited { get; init; } = [];
}
