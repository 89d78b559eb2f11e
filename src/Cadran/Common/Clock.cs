namespace Cadran;

/// <summary>What the domain asks of a clock.</summary>
public static class Clock
{
    extension(TimeProvider time)
    {
        /// <summary>The day it is where the installation is: what people mean by today.</summary>
        public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

        /// <summary>The instant and its day, from one look at the clock.</summary>
        public Moment Now
        {
            get
            {
                DateTimeOffset utc = time.GetUtcNow();
                return new(utc.UtcDateTime, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(utc, time.LocalTimeZone).DateTime));
            }
        }
    }
}
