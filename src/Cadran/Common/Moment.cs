namespace Cadran;

/// <summary>When something is done: the instant that is kept, and the day that rules about dates ask for.</summary>
/// <param name="AtUtc">Universal time.</param>
/// <param name="Today">The day it is where the installation is.</param>
public readonly record struct Moment(DateTime AtUtc, DateOnly Today)
{
    /// <summary>A moment of that day, in universal time: for what is told about the past.</summary>
    public static Moment On(DateOnly day, int hour = 12) => new(day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc), day);
}
