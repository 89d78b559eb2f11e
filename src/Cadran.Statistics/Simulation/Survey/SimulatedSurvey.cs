namespace Cadran.Statistics.Simulation;

/// <summary>A simulated survey: its model and its waves.</summary>
/// <param name="Model">What was simulated; names of categories and items are here.</param>
/// <param name="Waves">In the order asked for.</param>
public sealed record SimulatedSurvey(SurveyModel Model, IReadOnlyList<SimulatedWave> Waves);
