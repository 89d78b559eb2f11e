namespace Cadran.Statistics.Simulation;

/// <summary>One round of a survey.</summary>
/// <param name="Answers">Completed answers to collect.</param>
/// <param name="Drift">Level of the general factor in this wave relative to the model's shares, in latent standard deviations.</param>
/// <param name="PersonOverlap">Share of invitations that go to people who answered the wave before, in [0, 1].</param>
/// <param name="OfficeOverlap">Share of the sampled offices kept from the wave before, in [0, 1].</param>
/// <param name="InstrumentShift">Added to every latent answer, not to the experience: a break in the series, as when the wording,
/// the mode or the provider changes. Give it to the wave of the break and all after it.</param>
public sealed record WaveModel(int Answers = 1200, double Drift = 0, double PersonOverlap = 0, double OfficeOverlap = 1,
    double InstrumentShift = 0);
