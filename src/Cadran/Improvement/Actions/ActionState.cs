namespace Cadran.Improvement;

/// <summary>How far an action is. Derived from what happened to it, never typed.</summary>
public enum ActionState { Open, InProgress, Delivered, Verified, NotVerified, Abandoned }
