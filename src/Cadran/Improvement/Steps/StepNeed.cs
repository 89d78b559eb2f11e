namespace Cadran.Improvement;

/// <summary>One thing that a step asks for, and how it stands.</summary>
/// <param name="On">The day that says so: of a statement, a wave, a decision, or since when it is late; null where none does.</param>
/// <param name="About">The object that says so, or from which it is done; null without one.</param>
/// <param name="Count">How many there are, or are late.</param>
public sealed record StepNeed(StepNeedKind Kind, StepState State, DateOnly? On = null, Guid? About = null, int Count = 0);
