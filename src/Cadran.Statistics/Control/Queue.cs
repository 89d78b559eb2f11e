namespace Cadran.Statistics.Control;

/// <summary>What callers meet in a telephone queue in steady state.</summary>
/// <param name="ServiceLevel">Share of offered calls answered within the threshold, in [0, 1].</param>
/// <param name="MeanWait">Mean time in queue over all offered calls, abandoned ones included, in the unit of the handle time;
/// infinite when the queue grows without end.</param>
/// <param name="Abandonment">Share of offered calls that hang up, in [0, 1]; 0 in Erlang C, where nobody does.</param>
/// <param name="Occupancy">Share of agent time spent on calls, in [0, 1].</param>
/// <param name="ProbabilityOfWait">Share of offered calls that find every agent busy.</param>
public readonly record struct QueuePerformance(double ServiceLevel, double MeanWait, double Abandonment, double Occupancy, double ProbabilityOfWait);

/// <summary>What the staffing must achieve; every condition must hold.</summary>
/// <param name="ServiceLevel">Least share answered within the threshold, in [0, 1).</param>
/// <param name="MaximumOccupancy">In (0, 1]; people cannot work at 1 for long.</param>
/// <param name="MaximumAbandonment">In [0, 1].</param>
public readonly record struct StaffingGoal(double ServiceLevel, double MaximumOccupancy = 1, double MaximumAbandonment = 1)
{
    internal bool Met(QueuePerformance performance) =>
        performance.ServiceLevel >= ServiceLevel && performance.Occupancy <= MaximumOccupancy && performance.Abandonment <= MaximumAbandonment;
}
