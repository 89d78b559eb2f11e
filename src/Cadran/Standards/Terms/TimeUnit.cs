namespace Cadran.Standards;

/// <summary>What a limit of time is counted in.</summary>
public enum TimeUnit
{
    Seconds,
    Minutes,
    Hours,

    /// <summary>Every day of the week; the day of the start does not count.</summary>
    Days,

    /// <summary>Days on which a calendar is open; the day of the start does not count.</summary>
    BusinessDays,
}
