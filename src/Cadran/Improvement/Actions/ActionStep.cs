namespace Cadran.Improvement;

/// <summary>One thing that was done with an entry of the register, by whom and why.</summary>
/// <param name="Until">Of a deferral: the day on which it comes back; null for everything else.</param>
public sealed record ActionStep(ActionStepKind Kind, string By, DateTime AtUtc, LocalText Reason, DateOnly? Until = null);
