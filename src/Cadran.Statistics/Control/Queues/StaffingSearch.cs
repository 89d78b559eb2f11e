namespace Cadran.Statistics.Control;

/// <summary>Smallest number of agents for a goal; every measure improves with each agent, so doubling and halving find it.</summary>
internal static class StaffingSearch
{
    private const int Most = 1_000_000;

    public static void CheckAgents(int agents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(agents, Most);
    }

    public static void Check(int agents, double threshold)
    {
        CheckAgents(agents);
        if (!(threshold >= 0)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is not negative.");
    }

    public static int Fewest(Func<int, QueuePerformance> performance, StaffingGoal goal, double load)
    {
        if (!(goal.ServiceLevel >= 0 && goal.ServiceLevel < 1))
            throw new ArgumentOutOfRangeException(
                nameof(goal), goal.ServiceLevel, "A service level lies in [0, 1), 0.8 for 80 %; no staffing answers every call in time.");
        if (!(goal.Threshold >= 0))
            throw new ArgumentOutOfRangeException(nameof(goal), goal.Threshold, "A threshold is a time of zero or more.");
        if (!(goal.MaximumOccupancy > 0))
            throw new ArgumentOutOfRangeException(nameof(goal), goal.MaximumOccupancy, "The occupancy allowed is above zero.");
        if (!(goal.MaximumAbandonment >= 0))
            throw new ArgumentOutOfRangeException(nameof(goal), goal.MaximumAbandonment, "The abandonment allowed is not negative.");
        if (load > Most) throw new ArgumentOutOfRangeException(nameof(goal), goal, $"Not reached with {Most} agents.");
        var low = -1;
        var high = Math.Max(1, (int)load);
        while (!goal.Met(performance(high)))
        {
            if (high >= Most) throw new ArgumentOutOfRangeException(nameof(goal), goal, $"Not reached with {Most} agents.");
            low = high;
            high = Math.Min(Most, high + Math.Max(1, (int)Math.Sqrt(high)));
        }
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (goal.Met(performance(middle))) high = middle; else low = middle;
        }
        return high;
    }
}
