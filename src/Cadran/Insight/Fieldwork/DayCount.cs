namespace Cadran.Insight;

/// <summary>Responses of some days, first and last included.</summary>
public sealed record DayCount(DateOnly From, DateOnly To, int Responses);
