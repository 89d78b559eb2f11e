namespace Cadran.Standards;

/// <summary>The clock of one version of a time standard.</summary>
public sealed class CaseClock
{
    /// <summary>Durations are kept in steps so large that a limit has no more of them.</summary>
    public const int StepsOfLimit = 240;

    private readonly WorkingTime time;
    private readonly bool inDays;
    private readonly long limit;

    /// <param name="time">Of its calendar; every hour of every day without one.</param>
    public CaseClock(StandardTerms terms, WorkingTime time)
    {
        if (terms is not { Measure: StandardMeasure.Time, Limit: { } of })
            throw new RuleViolationException("cases.no-limit", "Only a standard with a limit of time is counted from cases.");
        (Unit, inDays) = (terms.Unit, terms.Unit is TimeUnit.Days or TimeUnit.BusinessDays);
        this.time = terms.Unit == TimeUnit.Days ? WorkingTime.Always : time;
        limit = (long)Math.Round(of * Ticks(Unit));
        Step = inDays ? 1 : Math.Max(1, limit / (double)StepsOfLimit);
    }

    public TimeUnit Unit { get; }

    /// <summary>Length of a step: days where the limit is in days, else seconds.</summary>
    public double Step { get; }

    /// <summary>The limit in steps.</summary>
    public double LimitSteps => limit / Step;

    /// <summary>Steps as a number of the standard's unit.</summary>
    public double InUnit(double steps) => steps * Step / Ticks(Unit);

    /// <summary>The length of a pause that was written as a number of the standard's unit.</summary>
    public long PauseOf(double units) => (long)Math.Round(units * Ticks(Unit));

    /// <summary>What counts of the time between two moments.</summary>
    public long Between(DateTime from, DateTime to) =>
        inDays ? time.DaysBetween(DateOnly.FromDateTime(from), DateOnly.FromDateTime(to)) : time.SecondsBetween(from, to);

    /// <summary>The last moment at which a case can be closed in time.</summary>
    public DateTime Due(DateTime start, long paused = 0) => inDays
        ? time.AddDays(DateOnly.FromDateTime(start), (int)(limit + paused)).ToDateTime(TimeOnly.MaxValue)
        : time.AddSeconds(start, limit + paused);

    /// <param name="end">Null for an open case.</param>
    /// <param name="paused">What the clock stood still in it.</param>
    /// <param name="asOf">The last day that is known.</param>
    public CaseJudgement Judge(DateTime start, DateTime? end, long paused, DateOnly asOf)
    {
        DateTime until = end ?? asOf.ToDateTime(new TimeOnly(23, 59, 59));
        long took = Math.Max(0, Between(start, until) - paused);
        bool within = took <= limit;
        CaseState state = (within, end) switch
        {
            (true, null) => CaseState.Running,
            (true, _) => CaseState.InTime,
            (false, null) => CaseState.OpenLate,
            _ => CaseState.Late,
        };
        DateOnly? decided = state switch
        {
            CaseState.Running => null,
            CaseState.InTime => MonthOf(end!.Value),
            _ => MonthOf(Due(start, paused)),
        };
        return new(MonthOf(start), decided, state, (int)Math.Min(int.MaxValue, Math.Ceiling(took / Step)));
    }

    private static DateOnly MonthOf(DateTime time) => new(time.Year, time.Month, 1);

    private static long Ticks(TimeUnit unit) => unit switch { TimeUnit.Minutes => 60, TimeUnit.Hours => 3600, _ => 1 };
}
