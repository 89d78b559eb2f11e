namespace Cadran.Improvement;

/// <summary>What somebody wrote in one field of a statement.</summary>
public sealed record WrittenPart(StepPart Part, LocalText Text);
