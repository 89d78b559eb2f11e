namespace Cadran.Statistics.Control;

/// <summary>What the staffing must achieve, such as 80 % in 20 seconds; every condition must hold.</summary>
/// <param name="ServiceLevel">Least share of offered calls answered within the threshold, in [0, 1): 0.8 for 80 %.</param>
/// <param name="Threshold">Time within which a call counts as answered in time, at least 0, in the unit of the handle time: 20 when
/// that is in seconds, 1/3 in minutes.</param>
/// <param name="MaximumOccupancy">Largest share of agent time spent on calls, in (0, 1]; people cannot work at 1 for long.</param>
/// <param name="MaximumAbandonment">Largest share of offered calls that hang up, in [0, 1].</param>
public sealed record StaffingGoal(double ServiceLevel, double Threshold, double MaximumOccupancy = 1, double MaximumAbandonment = 1)
{
    internal bool Met(QueuePerformance performance) =>
        performance.ServiceLevel >= ServiceLevel && performance.Occupancy <= MaximumOccupancy
        && performance.Abandonment <= MaximumAbandonment;
}
