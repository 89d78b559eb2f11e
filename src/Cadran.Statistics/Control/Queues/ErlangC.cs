namespace Cadran.Statistics.Control;

/// <summary>Erlang C: Poisson arrivals, exponential handling times, callers who never give up.</summary>
/// <param name="ArrivalRate">Calls offered per unit of time, at least 0: 300 an hour are 5 a minute or 1/12 a second.</param>
/// <param name="HandleTime">Mean time an agent spends on a call, above 0, in that unit of time.</param>
/// <remarks>Pessimistic near saturation, because real callers hang up: use <see cref="ErlangA"/> when patience
/// is known. See docs/methods/queues.md. Oracle: Erlang B from the Poisson distribution (R), a simulated Markov
/// chain, published traffic tables.</remarks>
public sealed record ErlangC(double ArrivalRate, double HandleTime)
{
    /// <summary>Calls offered per unit of time, at least 0: 300 an hour are 5 a minute or 1/12 a second.</summary>
    public double ArrivalRate { get; } = ArrivalRate >= 0 && double.IsFinite(ArrivalRate) ? ArrivalRate
        : throw new ArgumentOutOfRangeException(nameof(ArrivalRate), ArrivalRate, "A rate is finite and not negative.");

    /// <summary>Mean time an agent spends on a call, above 0, in that unit of time.</summary>
    public double HandleTime { get; } = HandleTime > 0 && double.IsFinite(HandleTime) ? HandleTime
        : throw new ArgumentOutOfRangeException(nameof(HandleTime), HandleTime, "A handle time is finite and above zero.");

    /// <summary>Traffic in erlangs: agents needed if every call came exactly when one is free.</summary>
    public double Load => ArrivalRate * HandleTime;

    /// <summary>Share of calls lost when there is no queue at all (Erlang B), in [0, 1].</summary>
    /// <param name="load">Erlangs, at least 0.</param>
    /// <param name="agents">From 0 to 1,000,000.</param>
    public static double Blocking(double load, int agents)
    {
        if (!(load >= 0) || double.IsInfinity(load))
            throw new ArgumentOutOfRangeException(nameof(load), load, "A load is finite and not negative.");
        StaffingSearch.CheckAgents(agents);
        double blocking = 1;
        for (var n = 1; n <= agents; n++) blocking = load * blocking / (n + load * blocking);
        return blocking;
    }

    /// <summary>What callers meet with so many agents.</summary>
    /// <param name="agents">Agents taking calls, from 0 to 1,000,000.</param>
    /// <param name="threshold">Time within which a call counts as answered in time, at least 0, in the unit of the handle time.</param>
    /// <returns>When agents do not exceed the load the queue never settles: nobody is answered in time, the wait is infinite.</returns>
    public QueuePerformance With(int agents, double threshold)
    {
        StaffingSearch.Check(agents, threshold);
        if (Load == 0) return new(agents > 0 ? 1 : 0, 0, 0, 0, agents > 0 ? 0 : 1);
        if (agents <= Load) return new(0, double.PositiveInfinity, 0, agents == 0 ? 0 : 1, 1);
        var blocking = Blocking(Load, agents);
        var waits = blocking / (1 - Load / agents * (1 - blocking));
        var late = waits * Math.Exp(-(agents - Load) * threshold / HandleTime);
        return new(1 - late, waits * HandleTime / (agents - Load), 0, Load / agents, waits);
    }

    /// <summary>Fewest agents taking calls that reach the goal; add breaks and training afterwards.</summary>
    /// <param name="goal">Such as 80 % in 20 seconds: its threshold is in the unit of the handle time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A goal that cannot be, such as a service level of 80 instead of 0.8, or one that a
    /// million agents do not reach.</exception>
    public int AgentsNeeded(StaffingGoal goal) =>
        StaffingSearch.Fewest(n => With(n, goal.Threshold), goal, Load);
}
