namespace Cadran.Standards;

/// <summary>
/// A calendar laid out day by day, so that a million cases are counted quickly. Times are those that clocks show where the service is;
/// an hour that summer time adds or takes is not counted. Days outside <see cref="First"/> to <see cref="Last"/> are refused.
/// </summary>
public sealed class WorkingTime
{
    public static readonly DateOnly First = new(1990, 1, 1), Last = new(2037, 12, 31);

    private const int DaySeconds = 86_400;

    private readonly bool[] open;
    private readonly int[] from, to, openDays;
    private readonly long[] openSeconds;

    private WorkingTime(bool[] open, int[] from, int[] to)
    {
        (this.open, this.from, this.to) = (open, from, to);
        // What is before each day: one more than there are days.
        openDays = new int[open.Length + 1];
        openSeconds = new long[open.Length + 1];
        for (int i = 0; i < open.Length; i++)
        {
            openDays[i + 1] = openDays[i] + (open[i] ? 1 : 0);
            openSeconds[i + 1] = openSeconds[i] + (open[i] ? to[i] - from[i] : 0);
        }
    }

    /// <summary>Every hour of every day.</summary>
    public static WorkingTime Always { get; } = Lay(_ => true, _ => (0, DaySeconds));

    public static WorkingTime Of(ServiceCalendar calendar)
    {
        Jurisdiction of = Jurisdictions.Find(calendar.Jurisdiction) ?? Jurisdiction.None;
        HashSet<DateOnly> holidays = [.. Enumerable.Range(First.Year, Last.Year - First.Year + 1).SelectMany(of.Holidays)];
        Dictionary<DateOnly, OwnDay> own = calendar.OwnDays.ToDictionary(d => d.Day);
        OpeningHours usual = calendar.Week.Skip(1).Append(calendar.Week[0]).First(d => d.IsOpen);
        return Lay(
            day => own.TryGetValue(day, out OwnDay? said) ? said.IsOpen
                : calendar.Week[(int)day.DayOfWeek].IsOpen && !holidays.Contains(day),
            day => calendar.Week[(int)day.DayOfWeek] is { IsOpen: true } hours ? Seconds(hours) : Seconds(usual));
    }

    public static bool Knows(DateTime time) => DateOnly.FromDateTime(time) is var day && day >= First && day <= Last;

    public bool IsOpen(DateOnly day) => open[At(day)];

    /// <summary>Open days after the first day, up to and with the last; negative where it is before.</summary>
    public int DaysBetween(DateOnly first, DateOnly last) => openDays[At(last) + 1] - openDays[At(first) + 1];

    /// <summary>The day on which so many open days have passed.</summary>
    public DateOnly AddDays(DateOnly day, int days)
    {
        int wanted = openDays[At(day) + 1] + days;
        int found = Array.BinarySearch(openDays, wanted);
        // The first of the places that count so many: the day before it is the last open one.
        while (found > 0 && openDays[found - 1] == wanted) found--;
        return found > 0 ? First.AddDays(found - 1) : Last;
    }

    /// <summary>Open seconds from one time to another.</summary>
    public long SecondsBetween(DateTime start, DateTime end) => Before(end) - Before(start);

    /// <summary>The time at which so many open seconds have passed.</summary>
    public DateTime AddSeconds(DateTime start, long seconds)
    {
        long wanted = Before(start) + seconds;
        int found = Array.BinarySearch(openSeconds, wanted);
        if (found < 0) found = ~found;
        while (found > 0 && openSeconds[found - 1] >= wanted) found--;
        if (found >= openSeconds.Length || found == 0) return Last.ToDateTime(TimeOnly.MaxValue);
        return First.AddDays(found - 1).ToDateTime(TimeOnly.MinValue).AddSeconds(from[found - 1] + wanted - openSeconds[found - 1]);
    }

    private long Before(DateTime time)
    {
        int day = At(DateOnly.FromDateTime(time));
        if (!open[day]) return openSeconds[day];
        int seconds = (int)(time.TimeOfDay.Ticks / TimeSpan.TicksPerSecond);
        return openSeconds[day] + Math.Clamp(seconds, from[day], to[day]) - from[day];
    }

    private static int At(DateOnly day) => day.DayNumber - First.DayNumber;

    private static (int From, int To) Seconds(OpeningHours hours) => (Second(hours.From), Second(hours.To));

    private static int Second(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerSecond);

    private static WorkingTime Lay(Func<DateOnly, bool> isOpen, Func<DateOnly, (int From, int To)> hours)
    {
        int days = Last.DayNumber - First.DayNumber + 1;
        var open = new bool[days];
        int[] from = new int[days], to = new int[days];
        for (int i = 0; i < days; i++)
        {
            DateOnly day = First.AddDays(i);
            open[i] = isOpen(day);
            (from[i], to[i]) = hours(day);
        }
        return new(open, from, to);
    }
}
