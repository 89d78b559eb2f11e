using System.Text.Json.Serialization;
using Cadran.Insight;
using Cadran.People;

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

    /// <summary>
    /// The rule: "verified" needs a gain that the margin cannot explain; "not shown" is always open to an honest reader.
    /// </summary>
    /// <exception cref="RuleViolationException">There is no publishable change, or it does not show what is claimed.</exception>
    public static EffectVerdict On(EffectEvidence evidence, bool verified, Actor by, Moment now)
    {
        if (evidence.Change is not { } change)
            throw new RuleViolationException("effect.not-measured", "These two waves give no publishable change for this measure.");
        if (verified && evidence.Verdict != ChangeVerdict.Gain)
            throw new RuleViolationException("effect.not-shown",
                "The change is within the margin or against you: the data do not show the effect. "
                + "Mark it as not shown, or wait for another wave.",
                nameof(ImprovementAction.Verdict));
        return new()
        {
            Verified = verified,
            BeforeWaveId = evidence.Before.Id,
            AfterWaveId = evidence.After.Id,
            Change = change,
            Low = evidence.Low ?? double.NaN,
            High = evidence.High ?? double.NaN,
            StandardError = evidence.StandardError ?? double.NaN,
            P = evidence.P ?? double.NaN,
            MinimumDetectable = evidence.MinimumDetectable ?? double.NaN,
            By = by.Name,
            AtUtc = now.AtUtc,
            Cited = evidence.Cited,
        };
    }
}
