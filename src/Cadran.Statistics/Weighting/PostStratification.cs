namespace Cadran.Statistics.Weighting;

/// <summary>Post-stratification: weights multiplied, category by category, so that each adds up to its population.</summary>
/// <remarks>Estimates from the returned design use residuals from the category means. Source: Holt and Smith (1979).
/// Oracle: R survey 4.1 <c>postStratify</c>.</remarks>
public static class PostStratification
{
    /// <summary>The design with post-stratified weights; its estimates know that the margin is met.</summary>
    /// <param name="design">The sample with its design weights.</param>
    /// <param name="margin">Known population of every category.</param>
    /// <exception cref="WeightingException">An empty category with a population, a missing category, an impossible target.</exception>
    public static Design Apply(Design design, Margin margin)
    {
        margin.Check(design);
        var codes = margin.Variable.Codes;
        var sum = new double[margin.Variable.Levels];
        for (var i = 0; i < design.Rows; i++) sum[codes[i]] += design.Weight(i);
        var old = new double[design.Rows];
        var weights = new double[design.Rows];
        for (var i = 0; i < weights.Length; i++)
        {
            old[i] = design.Weight(i);
            weights[i] = sum[codes[i]] > 0 ? old[i] * margin.Targets[codes[i]] / sum[codes[i]] : 0;
        }
        return design.Calibrated(weights, new CategoryMeans(margin.Variable.Array, sum, old));
    }

    /// <summary>Takes out the weighted mean of each category.</summary>
    private sealed class CategoryMeans(int[] codes, double[] sums, double[] oldWeights) : KnownTotals
    {
        public override void TakeOut(Span<double> influence)
        {
            var mean = new double[sums.Length];
            for (var i = 0; i < codes.Length; i++) mean[codes[i]] += oldWeights[i] * influence[i];
            for (var c = 0; c < mean.Length; c++) mean[c] = sums[c] > 0 ? mean[c] / sums[c] : 0;
            for (var i = 0; i < codes.Length; i++) influence[i] -= mean[codes[i]];
        }
    }
}
