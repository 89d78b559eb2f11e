namespace Cadran;

/// <summary>What the domain asks of a clock.</summary>
public static class Clock
{
    extension(TimeProvider time)
    {
        /// <summary>The day it is where the installation is: what people mean by today.</summary>
        public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

        /// <summary>What clocks showed where the installation is.</summary>
        public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, time.LocalTimeZone);

        /// <summary>The day it was there.</summary>
        public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(time.Local(utc));

        /// <summary>The instant and its day, from one look at the clock.</summary>
        public Moment Now
        {
            get
            {
                DateTimeOffset utc = time.GetUtcNow();
                return new(utc.UtcDateTime, time.DayOf(utc.UtcDateTime));
            }
        }
    }
}
