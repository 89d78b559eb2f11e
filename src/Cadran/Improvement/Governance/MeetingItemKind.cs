namespace Cadran.Improvement;

/// <summary>Why something is on an agenda, in the order in which it stands there.</summary>
public enum MeetingItemKind
{
    /// <summary>The meeting before asked for something that is not done.</summary>
    FollowUp,
    ActionLate,
    TargetMissed,

    /// <summary>A verdict says that an effect was not shown.</summary>
    EffectNotShown,
    ActionDue,

    /// <summary>An entry of the register waits to be decided on.</summary>
    EntryToDecide,

    /// <summary>A plan waits to be approved.</summary>
    PlanInReview,
}
