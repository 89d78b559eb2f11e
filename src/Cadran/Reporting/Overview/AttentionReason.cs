namespace Cadran.Reporting;

/// <summary>Why a service needs somebody's attention, the most pressing first; the first two weigh alike.</summary>
public enum AttentionReason
{
    /// <summary>An action is past its date and not delivered.</summary>
    ActionLate,

    /// <summary>The last wave is below the path of the target, or the date of the target is past and it was not reached.</summary>
    TargetMissed,

    /// <summary>The score fell since the wave before, by more than the margin explains.</summary>
    ScoreFell,

    /// <summary>An action was delivered, a wave was fielded after it, and nobody has said whether it worked.</summary>
    EffectToVerify,

    /// <summary>The last measurement is older than the cycle of its organisation.</summary>
    MeasureOld,
}
