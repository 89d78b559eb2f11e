namespace Cadran.Statistics.Benchmarks;

/// <summary>A unit's result before and after allowing for who its clients are.</summary>
/// <param name="Raw">Plain mean of the unit's respondents.</param>
/// <param name="Adjusted">Mean the unit would have with the common mix (direct), or the common mean plus what it does better or worse
/// than expected (indirect).</param>
/// <param name="Coverage">Share of the common mix that the unit's usable groups stand for, in [0, 1]; 1 for the indirect method.</param>
public sealed record MixAdjustment(Estimate Raw, Estimate Adjusted, double Coverage);
