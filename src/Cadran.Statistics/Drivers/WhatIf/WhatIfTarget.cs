namespace Cadran.Statistics.Drivers;

/// <summary>How far failing respondents would have to be moved to reach a target score.</summary>
/// <param name="Fraction">Smallest fraction that reaches it, in [0, 1]; null when moving everybody does not.</param>
/// <param name="Low">Lower percentile limit of the fraction; replicates that never reach the target count as above 1.</param>
/// <param name="High">Upper limit; null when it lies beyond 1.</param>
/// <param name="Probability">Share of replicates in which moving everybody reaches the target.</param>
public sealed record WhatIfTarget(double? Fraction, double? Low, double? High, double Probability);
