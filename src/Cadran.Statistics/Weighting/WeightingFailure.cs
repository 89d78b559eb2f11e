namespace Cadran.Statistics.Weighting;

/// <summary>Why weights could not be made.</summary>
public enum WeightingFailure
{
    /// <summary>A category has a population but nobody in the sample.</summary>
    EmptyCategory,
    /// <summary>A category of the sample has no population.</summary>
    MissingTarget,
    /// <summary>A row has no category on a margin.</summary>
    MissingCategory,
    /// <summary>Two margins add up to different populations.</summary>
    DifferentTotals,
    /// <summary>A target is negative, not a number or infinite.</summary>
    InvalidTarget,
    /// <summary>The iteration limit was reached before the margins were met.</summary>
    NoConvergence,
    /// <summary>No weights within the bounds can meet the totals.</summary>
    InfeasibleBounds,
    /// <summary>A variable is zero in the sample or a combination of the others.</summary>
    Collinear,
}
