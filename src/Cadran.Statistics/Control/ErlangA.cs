using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Control;

/// <summary>Erlang A: as Erlang C, with callers who hang up after an exponential patience.</summary>
/// <param name="ArrivalRate">Calls offered per unit of time, at least 0: 300 an hour are 5 a minute or 1/12 a second.</param>
/// <param name="HandleTime">Mean time an agent spends on a call, above 0, in that unit of time.</param>
/// <param name="Patience">Mean time a caller is willing to wait, above 0, in that unit of time.</param>
/// <remarks>Always stable. A caller who finds all n agents busy and j callers ahead waits for j + 1 departures at rates nμ + iθ, whose sum S has
/// exp(−θS) ~ Beta(nμ/θ, j + 1); service level and wait follow in closed form. See docs/methods/queues.md.
/// Oracle: uniformised Markov chain of the same queue.</remarks>
public sealed record ErlangA(double ArrivalRate, double HandleTime, double Patience)
{
    private const double Negligible = 1e-18, Large = 1e200;

    public double ArrivalRate { get; } = ArrivalRate >= 0 && double.IsFinite(ArrivalRate) ? ArrivalRate
        : throw new ArgumentOutOfRangeException(nameof(ArrivalRate), ArrivalRate, "A rate is finite and not negative.");

    public double HandleTime { get; } = HandleTime > 0 && double.IsFinite(HandleTime) ? HandleTime
        : throw new ArgumentOutOfRangeException(nameof(HandleTime), HandleTime, "A handle time is finite and above zero.");

    public double Patience { get; } = Patience > 0 && double.IsFinite(Patience) ? Patience
        : throw new ArgumentOutOfRangeException(nameof(Patience), Patience, "Patience is finite and above zero; use ErlangC for endless patience.");

    /// <summary>Traffic in erlangs: arrival rate times handle time.</summary>
    public double Load => ArrivalRate * HandleTime;

    /// <summary>What callers meet with so many agents.</summary>
    /// <param name="agents">Agents taking calls, at least 0; with none, everybody abandons.</param>
    /// <param name="threshold">Time within which a call counts as answered in time, at least 0, in the unit of the handle time.</param>
    public QueuePerformance With(int agents, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        if (agents == 0) return new(0, ArrivalRate == 0 ? 0 : Patience, ArrivalRate == 0 ? 0 : 1, 0, 1);
        if (ArrivalRate == 0) return new(1, 0, 0, 0, 0);
        var (free, queue) = SteadyState(agents);
        double waits = 0, inQueue = 0, inTime = free;
        // Work in units of patience: departures while all are busy happen at rates c, c + 1, c + 2, …
        var c = agents * Patience / HandleTime;
        var gone = Math.Exp(-threshold / Patience);
        for (var j = 0; j < queue.Count; j++)
        {
            waits += queue[j];
            inQueue += j * queue[j];
            inTime += queue[j] * c / (c + j + 1) * IncompleteBeta.Regularized(c + 1, j + 1, gone, 1 - gone).Upper;
        }
        var abandonment = inQueue / Patience / ArrivalRate;
        return new(Math.Clamp(inTime, 0, 1), inQueue / ArrivalRate, abandonment, Load * (1 - abandonment) / agents, waits);
    }

    /// <summary>Fewest agents taking calls that reach the goal; add breaks and training afterwards.</summary>
    /// <param name="goal">Such as 80 % in 20 seconds: its threshold is in the unit of the handle time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A goal that cannot be, such as a service level of 80 instead of 0.8, or one that a million agents do not reach.</exception>
    public int AgentsNeeded(StaffingGoal goal) =>
        StaffingSearch.Fewest(n => With(n, goal.Threshold), goal, 0);

    /// <summary>Probability that an agent is free, and of all busy with 0, 1, … callers waiting.</summary>
    /// <remarks>The states with a free agent are those of a queue without waiting room, so Erlang B gives their sum without overflow.</remarks>
    private (double Free, List<double> Queue) SteadyState(int agents)
    {
        double free = 1, p = ErlangC.Blocking(Load, agents - 1) * Load / agents, largest = p;
        var queue = new List<double>();
        for (var j = 0; ; j++)
        {
            queue.Add(p);
            largest = Math.Max(largest, p);
            if (p > Large)
            {
                // An overloaded queue piles up far beyond the range of a double; only ratios matter.
                for (var i = 0; i < queue.Count; i++) queue[i] /= Large;
                (free, p, largest) = (free / Large, p / Large, largest / Large);
            }
            var ratio = ArrivalRate / (agents / HandleTime + (j + 1) / Patience);
            if (ratio < 1 && p <= Negligible * largest) break;
            p *= ratio;
        }
        var total = free + queue.Sum();
        for (var j = 0; j < queue.Count; j++) queue[j] /= total;
        return (free / total, queue);
    }
}
