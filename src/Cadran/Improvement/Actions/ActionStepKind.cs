namespace Cadran.Improvement;

/// <summary>What was done with an entry of the register before and after the work itself.</summary>
public enum ActionStepKind { Assessed, Approved, Declined, Deferred, Closed, Reopened }
