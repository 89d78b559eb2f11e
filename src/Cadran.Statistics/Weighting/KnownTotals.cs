namespace Cadran.Statistics.Weighting;

/// <summary>Knows which totals the weights already meet, and takes that part out of influence values: it carries no sampling error.</summary>
internal abstract class KnownTotals
{
    /// <summary>Replaces influence values per row (before weights) by their residuals on the calibration variables.</summary>
    public abstract void TakeOut(Span<double> influence);
}

/// <summary>Weights calibrated more than once; the first adjustment is taken out first, as R does.</summary>
internal sealed class SuccessiveTotals(KnownTotals first, KnownTotals then) : KnownTotals
{
    public override void TakeOut(Span<double> influence)
    {
        first.TakeOut(influence);
        then.TakeOut(influence);
    }
}
