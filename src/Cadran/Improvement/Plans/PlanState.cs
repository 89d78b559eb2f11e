namespace Cadran.Improvement;

/// <summary>How far a yearly plan has come.</summary>
public enum PlanState { Draft, InReview, Approved, Published }
