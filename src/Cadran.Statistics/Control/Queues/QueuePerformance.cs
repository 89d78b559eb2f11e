namespace Cadran.Statistics.Control;

/// <summary>What callers meet in a telephone queue in steady state. All times are in the unit of the handle time.</summary>
/// <param name="ServiceLevel">Share of offered calls answered within the threshold, in [0, 1].</param>
/// <param name="MeanWait">Mean time in queue over all offered calls, abandoned ones included;
/// infinite when the queue grows without end.</param>
/// <param name="Abandonment">Share of offered calls that hang up, in [0, 1]; 0 in Erlang C, where nobody does.</param>
/// <param name="Occupancy">Share of agent time spent on calls, in [0, 1].</param>
/// <param name="ProbabilityOfWait">Share of offered calls that find every agent busy, in [0, 1].</param>
public readonly record struct QueuePerformance(
    double ServiceLevel, double MeanWait, double Abandonment, double Occupancy, double ProbabilityOfWait);
