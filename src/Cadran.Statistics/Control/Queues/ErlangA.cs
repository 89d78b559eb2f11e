using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Control;

/// <summary>Erlang A: as Erlang C, with callers who hang up after an exponential patience.</summary>
/// <param name="ArrivalRate">Calls offered per unit of time, at least 0: 300 an hour are 5 a minute or 1/12 a second.</param>
/// <param name="HandleTime">Mean time an agent spends on a call, above 0, in that unit of time.</param>
/// <param name="Patience">Mean time a caller is willing to wait, above 0, in that unit of time.</param>
/// <remarks>Always stable. A caller who finds all n agents busy and j callers ahead waits for j + 1 departures at rates nμ + iθ,
/// whose sum S has exp(−θS) ~ Beta(nμ/θ, j + 1); service level and wait follow in closed form. See docs/methods/queues.md. Oracle:
/// uniformised Markov chain of the same queue.</remarks>
public sealed record ErlangA(double ArrivalRate, double HandleTime, double Patience)
{
    private const double Negligible = 1e-30;
    private const int MostStates = 20_000_000;
    private const double MostWaiting = 1e15;

    /// <summary>Calls offered per unit of time, at least 0: 300 an hour are 5 a minute or 1/12 a second.</summary>
    public double ArrivalRate { get; } = ArrivalRate >= 0 && double.IsFinite(ArrivalRate) ? ArrivalRate
        : throw new ArgumentOutOfRangeException(nameof(ArrivalRate), ArrivalRate, "A rate is finite and not negative.");

    /// <summary>Mean time an agent spends on a call, above 0, in that unit of time.</summary>
    public double HandleTime { get; } = HandleTime > 0 && double.IsFinite(HandleTime) ? HandleTime
        : throw new ArgumentOutOfRangeException(nameof(HandleTime), HandleTime, "A handle time is finite and above zero.");

    /// <summary>Mean time a caller is willing to wait, above 0, in that unit of time.</summary>
    public double Patience { get; } = Patience > 0 && double.IsFinite(Patience) ? Patience
        : throw new ArgumentOutOfRangeException(
            nameof(Patience), Patience, "Patience is finite and above zero; use ErlangC for endless patience.");

    /// <summary>Traffic in erlangs: arrival rate times handle time.</summary>
    public double Load => ArrivalRate * HandleTime;

    /// <summary>What callers meet with so many agents.</summary>
    /// <param name="agents">Agents taking calls, from 0 to 1,000,000; with none, everybody abandons.</param>
    /// <param name="threshold">Time within which a call counts as answered in time, at least 0, in the unit of the handle time.</param>
    /// <exception cref="ArgumentOutOfRangeException">So many calls within one patience (some 10¹¹) that there are too many
    /// lengths of queue to go through.</exception>
    public QueuePerformance With(int agents, double threshold)
    {
        StaffingSearch.Check(agents, threshold);
        if (agents == 0) return new(0, ArrivalRate == 0 ? 0 : Patience, ArrivalRate == 0 ? 0 : 1, 0, 1);
        if (ArrivalRate == 0) return new(1, 0, 0, 0, 0);
        var (free, shortest, queue) = SteadyState(agents);
        // Work in units of patience: departures while all are busy happen at rates c, c + 1, c + 2, …
        var c = agents * Patience / HandleTime;
        var answered = AnsweredInTime(c, threshold / Patience, shortest, queue.Count);
        double waits = 0, inQueue = 0, inTime = free;
        for (var k = 0; k < queue.Count; k++)
        {
            var j = shortest + k;
            waits += queue[k];
            inQueue += j * queue[k];
            inTime += queue[k] * c / (c + j + 1) * answered[k];
        }
        var abandonment = inQueue / Patience / ArrivalRate;
        return new(Math.Clamp(inTime, 0, 1), inQueue / ArrivalRate, abandonment, Load * (1 - abandonment) / agents, waits);
    }

    /// <summary>Fewest agents taking calls that reach the goal; add breaks and training afterwards.</summary>
    /// <param name="goal">Such as 80 % in 20 seconds: its threshold is in the unit of the handle time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A goal that cannot be, such as a service level of 80 instead of 0.8, or one that a
    /// million agents do not reach.</exception>
    public int AgentsNeeded(StaffingGoal goal) =>
        StaffingSearch.Fewest(n => With(n, goal.Threshold), goal, 0);

    /// <summary>Probability that an agent is free, and of all busy with as many callers waiting as are at all probable.</summary>
    /// <remarks>The states with a free agent are those of a queue without waiting room, so Erlang B gives their sum
    /// without overflow. The others are followed from the most probable length of the queue to both sides: under overload
    /// the short queues never happen.</remarks>
    private (double Free, double Shortest, List<double> Queue) SteadyState(int agents)
    {
        double Leaving(double waiting) => agents / HandleTime + waiting / Patience;
        var mode = Math.Max(0, Math.Floor((ArrivalRate - agents / HandleTime) * Patience));
        var (shorter, longer) = (new List<double>(), new List<double> { 1 });
        var p = 1.0;
        for (var j = mode; j > 0 && p > Negligible; j--) Add(shorter, p *= Leaving(j) / ArrivalRate);
        var shortest = mode - shorter.Count;
        p = 1;
        for (var j = mode + 1; p > Negligible; j++) Add(longer, p *= ArrivalRate / Leaving(j));
        shorter.Reverse();
        shorter.AddRange(longer);
        // Weight of an empty queue relative to that of a free agent.
        var empty = ErlangC.Blocking(Load, agents - 1) * Load / agents;
        if (empty == 0) return (1, 0, [0]);
        var free = shortest == 0 ? shorter[0] / empty : 0;
        var total = free + shorter.Sum();
        for (var k = 0; k < shorter.Count; k++) shorter[k] /= total;
        return (free / total, shortest, shorter);

        void Add(List<double> states, double probability)
        {
            if (states.Count == MostStates || !(mode < MostWaiting))
                throw new ArgumentOutOfRangeException(
                    nameof(agents), agents,
                    $"A patience of {Patience} at so high a load has too many lengths of queue to go through; "
                    + "use ErlangC for endless patience.");
            states.Add(probability);
        }
    }

    /// <summary>
    /// P(Beta(c + 1, j + 1) ≥ exp(−t)) for each length of queue j. Its differences are negative binomial probabilities, which
    /// follow from each other.
    /// </summary>
    private static double[] AnsweredInTime(double c, double t, double shortest, int count)
    {
        var (a, gone, longest) = (c + 1, Math.Exp(-t), shortest + count - 1);
        // 1 − exp(−t) without cancellation for short times (Kahan).
        var late = gone == 0 ? 1 : gone == 1 ? t : (1 - gone) * t / -Math.Log(gone);
        var differences = new double[count];
        // Starts where the probability is highest, so that nothing underflows before it matters.
        var anchor = (int)(Math.Clamp(Math.Floor((late * a - 1) / gone), shortest, longest) - shortest);
        var first = shortest + anchor;
        differences[anchor] = IncompleteBeta.Density(a, first + 1, gone, late) * gone * late / (first + 1);
        for (var k = anchor + 1; k < count; k++) differences[k] = differences[k - 1] * late * (a + shortest + k) / (shortest + k + 1);
        for (var k = anchor - 1; k >= 0; k--)
            differences[k] = late > 0 ? differences[k + 1] * (shortest + k + 2) / (late * (a + shortest + k + 1)) : 0;
        var answered = new double[count];
        answered[^1] = IncompleteBeta.Regularized(a, longest + 1, gone, late).Upper;
        for (var k = count - 2; k >= 0; k--) answered[k] = answered[k + 1] + differences[k];
        return answered;
    }
}
