namespace Cadran.Improvement;

/// <summary>What was decided on an entry of the register.</summary>
public enum ActionRuling { Approved, Declined, Deferred }
