namespace Cadran.Collection;

/// <summary>A round of a plan and when it is due, as clocks show it where the installation is.</summary>
/// <param name="Made">What was made ready; null before.</param>
public sealed record PlannedRound(MailKind Kind, int Number, DateTime Due, MailRound? Made);
