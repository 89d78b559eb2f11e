namespace Cadran.Statistics.Weighting;

/// <summary>Weighting failed for a reason the analyst has to settle: merge categories, correct a target, widen bounds.</summary>
public sealed class WeightingException(WeightingFailure failure, string message) : Exception(message)
{
    /// <summary>What kind of failure, for a caller that explains it.</summary>
    public WeightingFailure Failure { get; } = failure;
}
