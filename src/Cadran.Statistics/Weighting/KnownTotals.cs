namespace Cadran.Statistics.Weighting;

/// <summary>
/// Knows which totals the weights already meet, and takes that part out of influence values: it carries no sampling error.
/// </summary>
internal abstract class KnownTotals
{
    /// <summary>Replaces influence values per row (before weights) by their residuals on the calibration variables.</summary>
    /// <param name="influence">Those of rows of weight zero count for nothing, here as in the error.</param>
    public abstract void TakeOut(Span<double> influence);
}
