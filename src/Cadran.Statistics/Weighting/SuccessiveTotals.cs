namespace Cadran.Statistics.Weighting;

/// <summary>Weights calibrated more than once; the first adjustment is taken out first, as R does.</summary>
/// <remarks>What a row adds to an estimate is its last weight times its influence. The first adjustment sees that sum as made of the
/// weights it made itself, so influence is brought to those and back.</remarks>
/// <param name="first">What the weights met before, with <paramref name="between"/>.</param>
/// <param name="last">The weights after both.</param>
internal sealed class SuccessiveTotals(KnownTotals first, double[] between, KnownTotals then, double[] last) : KnownTotals
{
    public override void TakeOut(Span<double> influence)
    {
        for (var i = 0; i < last.Length; i++) influence[i] *= last[i] > 0 ? last[i] / between[i] : 0;
        first.TakeOut(influence);
        for (var i = 0; i < last.Length; i++) influence[i] *= last[i] > 0 ? between[i] / last[i] : 0;
        then.TakeOut(influence);
    }
}
