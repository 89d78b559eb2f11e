namespace Cadran.Feedback;

/// <summary>What the answer concludes.</summary>
public enum ComplaintOutcome { Founded, PartlyFounded, Unfounded }
