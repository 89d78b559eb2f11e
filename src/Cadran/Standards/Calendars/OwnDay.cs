namespace Cadran.Standards;

/// <summary>A day on which a calendar departs from its week and its public holidays.</summary>
/// <param name="IsOpen">Open as on other days of that weekday, or on a weekend as on Mondays; else closed.</param>
public sealed record OwnDay(DateOnly Day, bool IsOpen, string Name);
