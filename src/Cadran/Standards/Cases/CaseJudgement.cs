namespace Cadran.Standards;

/// <summary>A case as it is kept: nothing tells whose it was.</summary>
/// <param name="Opened">First day of the month in which it began.</param>
/// <param name="Decided">First day of the month in which it was closed in time, or its limit ran out; null while neither.</param>
/// <param name="Steps">How long it took, or has been open, in steps of <see cref="CaseClock.Step"/>, rounded up.</param>
public readonly record struct CaseJudgement(DateOnly Opened, DateOnly? Decided, CaseState State, int Steps);
