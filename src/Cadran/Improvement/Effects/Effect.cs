using Cadran.Collection;

namespace Cadran.Improvement;

/// <summary>What two waves say about an action: the change of its measure from the last wave before delivery to one fielded after it.</summary>
/// <param name="Change">Points of 0–100, later minus earlier, with its interval; null when withheld or not comparable.</param>
/// <param name="MinimumDetectable">Smallest true change these two waves would show with 80 % power, in points.</param>
public sealed record EffectEvidence(Wave Before, Wave After, double? Change, double? Low, double? High, double? StandardError, double? P, double? MinimumDetectable)
{
    /// <summary>p adjusted for the other changes between these waves, and how many those are; null for the overall score, the one planned comparison.</summary>
    public double? Q { get; init; }
    public int Changes { get; init; }

    /// <summary>Among so many changes one like this may be chance.</summary>
    public bool OneOfMany => Q >= 0.05;

    /// <summary>The data show a gain: the whole interval is above zero. An association in time, not proof of cause.</summary>
    public bool ShowsGain => Low > 0;

    /// <summary>The data show a loss.</summary>
    public bool ShowsLoss => High < 0;
}

public static class Effect
{
    /// <summary>The last wave fielded before the action was delivered, and the waves fielded after it, oldest first. Only these can be compared.</summary>
    public static (Wave? Before, IReadOnlyList<Wave> After) WavesFor(ImprovementAction action, IEnumerable<Wave> waves, DateOnly today)
    {
        if (action.DeliveredOn is not { } delivered) return (null, []);
        List<Wave> closed = [.. waves.Where(w => w.StateOn(today) == WaveState.Closed).OrderBy(w => w.OpensOn)];
        return (closed.LastOrDefault(w => w.ClosesOn <= delivered), [.. closed.Where(w => w.OpensOn > delivered)]);
    }

    /// <summary>Records the verdict. "Verified" needs a gain that the margin cannot explain; "not shown" is always open to an honest reader.</summary>
    public static void Judge(this ImprovementAction action, EffectEvidence evidence, bool verified, LocalText reason, string by, DateTime nowUtc)
    {
        if (evidence.Change is not { } change) throw new RuleViolationException("effect.not-measured", "These two waves give no publishable change for this measure.");
        if (verified && !evidence.ShowsGain)
            throw new RuleViolationException("effect.not-shown", "The change is within the margin or against you: the data do not show the effect. Mark it as not shown, or wait for another wave.", "Verified");
        action.Judge(new EffectVerdict
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
            By = by,
            AtUtc = nowUtc,
        }, reason, evidence.After.OpensOn);
    }
}
