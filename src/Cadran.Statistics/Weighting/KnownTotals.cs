namespace Cadran.Statistics.Weighting;

/// <summary>Knows which totals the weights already meet, and takes that part out of influence values: it carries no sampling error.</summary>
internal abstract class KnownTotals
{
    /// <summary>Replaces influence values per row (before weights) by their residuals on the calibration variables.</summary>
    /// <param name="influence">Those of rows of weight zero count for nothing, here as in the error.</param>
    public abstract void TakeOut(Span<double> influence);
}

/// <summary>Weights calibrated more than once; the first adjustment is taken out first, as R does.</summary>
/// <remarks>What a row adds to an estimate is its last weight times its influence. The first adjustment sees that sum as made of the weights it made itself, so influence is brought to those and back.</remarks>
/// <param name="first">What the weights met before, with <paramref name="between"/>.</param>
/// <param name="last">The weights after both.</param>
internal sealed class SuccessiveTotals(KnownTotals first, double[] between, KnownTotals then, double[] last) : KnownTotals
{
    public override void TakeOut(Span<double> influence)
    {
        for (int i = 0; i < last.Length; i++) influence[i] *= last[i] > 0 ? last[i] / between[i] : 0;
        first.TakeOut(influence);
        for (int i = 0; i < last.Length; i++) influence[i] *= last[i] > 0 ? between[i] / last[i] : 0;
        then.TakeOut(influence);
    }
}
