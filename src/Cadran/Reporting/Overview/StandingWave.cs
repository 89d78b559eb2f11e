namespace Cadran.Reporting;

/// <summary>A closed wave of a service, as lists know it.</summary>
public sealed record StandingWave(Guid Id, Guid ServiceId, string Name, DateOnly OpensOn, DateOnly ClosesOn, DateOnly EndsOn);
