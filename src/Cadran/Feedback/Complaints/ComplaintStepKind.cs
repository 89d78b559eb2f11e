namespace Cadran.Feedback;

/// <summary>One thing that happens to a complaint.</summary>
public enum ComplaintStepKind { Received, Admitted, Refused, Assigned, Note, Answered, Reopened, Caused, Merged, Rated, Erased }
