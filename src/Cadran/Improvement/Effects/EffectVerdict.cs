using System.Text.Json.Serialization;

namespace Cadran.Improvement;

/// <summary>What the comparison of two waves said about an action, frozen with who judged it and when.</summary>
public sealed record EffectVerdict
{
    public required bool Verified { get; init; }
    public required Guid BeforeWaveId { get; init; }
    public required Guid AfterWaveId { get; init; }

    /// <summary>
    /// Change of the item's score in points of 0–100, its interval at 95 %, standard error, p-value and the smallest change the two waves
    /// could detect.
    /// </summary>
    public required double Change { get; init; }
    public required double Low { get; init; }
    public required double High { get; init; }
    public required double StandardError { get; init; }
    public required double P { get; init; }
    public required double MinimumDetectable { get; init; }
    public required string By { get; init; }
    public required DateTime AtUtc { get; init; }

    /// <summary>Both waves as their figures were read; null in verdicts given before it was kept.</summary>
    public IReadOnlyList<CitedWave>? Cited { get; init; }

    /// <summary>What it rests on.</summary>
    [JsonIgnore]
    public Citation Citation => Citation.Of(Cited, AtUtc, BeforeWaveId, AfterWaveId);
}
