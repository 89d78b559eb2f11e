namespace Cadran.Collection;

/// <summary>How old a measurement is, and whether it is older than it should be.</summary>
/// <param name="MeasuredOn">Last day of the wave.</param>
/// <param name="CycleMonths">A service is measured at least once in so many months.</param>
public sealed record MeasurementAge(DateOnly MeasuredOn, DateOnly Today, int CycleMonths)
{
    public int Days => Math.Max(0, Today.DayNumber - MeasuredOn.DayNumber);

    /// <summary>Whole months of the calendar.</summary>
    public int Months
    {
        get
        {
            int months = 12 * (Today.Year - MeasuredOn.Year) + Today.Month - MeasuredOn.Month;
            return Math.Max(0, MeasuredOn.AddMonths(months) > Today ? months - 1 : months);
        }
    }

    /// <summary>Older than the cycle: what it says of today is not known any more.</summary>
    public bool IsOld => MeasuredOn.AddMonths(CycleMonths) < Today;
}
