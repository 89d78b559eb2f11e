namespace Cadran.Improvement;

/// <summary>How far an entry of the register is. Derived from what happened to it, never typed.</summary>
public enum ActionState
{
    /// <summary>Somebody says that something is to be improved; nobody has looked at it yet.</summary>
    Raised,

    /// <summary>What it would take and bring is known; nobody has decided yet.</summary>
    Assessed,

    /// <summary>It is to be done, not now.</summary>
    Deferred,

    /// <summary>It is not to be done.</summary>
    Declined,

    /// <summary>It is to be done and has not started.</summary>
    Approved,
    InProgress,
    Delivered,
    Verified,
    NotVerified,

    /// <summary>Delivered, and nothing more is to be learned from it.</summary>
    Closed,

    /// <summary>It had ended and is to be looked at again.</summary>
    Reopened,

    /// <summary>It was to be done and is given up.</summary>
    Abandoned,
}
