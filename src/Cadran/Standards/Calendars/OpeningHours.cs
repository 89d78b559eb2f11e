namespace Cadran.Standards;

/// <summary>When a day of the week is open, from a time to another; times alike are a day that is closed.</summary>
public sealed record OpeningHours(TimeOnly From, TimeOnly To)
{
    public static OpeningHours Closed { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue);

    public bool IsOpen => To > From;

    /// <summary>Monday to Friday, nine to five; from Sunday on, as .NET counts the days of a week.</summary>
    public static IReadOnlyList<OpeningHours> OfficeWeek { get; } =
        [Closed, .. Enumerable.Repeat(new OpeningHours(new(9, 0), new(17, 0)), 5), Closed];
}
