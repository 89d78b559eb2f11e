namespace Cadran.Tests.Support;

/// <summary>
/// A clock that stands where a test sets it. What recurs in the program does not: a test over weeks does itself what is to happen.
/// </summary>
internal sealed class SetTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public override DateTimeOffset GetUtcNow() => now;
    public void Set(DateTimeOffset at) => now = at;
    public void Advance(TimeSpan by) => now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Still();

    private sealed class Still : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }
}
