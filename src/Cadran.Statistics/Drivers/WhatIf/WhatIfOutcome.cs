namespace Cadran.Statistics.Drivers;

/// <summary>What moving a fraction of failing respondents to a pass would do to the overall rating, under the fitted association.</summary>
/// <param name="Drivers">Drivers moved together: a respondent who moves passes on all of them.</param>
/// <param name="Fraction">Part of the respondents failing at least one of them that moves, in [0, 1].</param>
/// <param name="ShareMoved">That part as a share of all complete cases.</param>
/// <param name="Score">Mean overall score after the move, 0..100.</param>
/// <param name="Gain">Change of the score, in points.</param>
/// <param name="TopTwo">Share of the two best overall ratings after the move, in [0, 1].</param>
/// <param name="TopTwoGain">Change of that share.</param>
/// <param name="LinearGain">The same gain of score by the linear model, each respondent's rating kept on the scale: a cross-check.</param>
public sealed record WhatIfOutcome(
    IReadOnlyList<int> Drivers, double Fraction, double ShareMoved,
    IntervalEstimate Score, IntervalEstimate Gain, IntervalEstimate TopTwo, IntervalEstimate TopTwoGain, double LinearGain);
