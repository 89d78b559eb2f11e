namespace Cadran.Insight;

/// <summary>An overall score in the report of a weighting.</summary>
/// <param name="Estimate">0 to 100.</param>
/// <param name="Low">Lower limit of the 95 % interval.</param>
/// <param name="High">Upper limit.</param>
public sealed record WeightedScore(double Estimate, double Low, double High)
{
    internal static WeightedScore? Of(PublishedNumber score) => score.IsShown && double.IsFinite(score.Low) && double.IsFinite(score.High)
        ? new(score.Estimate, score.Low, score.High) : null;
}
