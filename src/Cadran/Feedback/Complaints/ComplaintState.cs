namespace Cadran.Feedback;

/// <summary>How far a complaint is. Derived from what happened to it, never typed.</summary>
public enum ComplaintState { Received, Admitted, Answered, Refused, Merged }
