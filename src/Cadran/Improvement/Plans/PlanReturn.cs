namespace Cadran.Improvement;

/// <summary>That a plan was given back to its writers, and why.</summary>
public sealed record PlanReturn(string Reason, string By, DateTime AtUtc);
