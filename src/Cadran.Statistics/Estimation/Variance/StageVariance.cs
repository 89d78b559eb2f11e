namespace Cadran.Statistics.Estimation;

/// <summary>Adds up one sampling stage's covariance, stratum by stratum, under the lone-cluster policy.</summary>
internal sealed class StageVariance(int estimates, LoneCluster policy)
{
    public double[,] Sum { get; } = new double[estimates, estimates];

    /// <param name="totals">Weighted influence per unit of the stage, one column per estimate.</param>
    /// <param name="groupOfUnit">Stratum (or first-stage cluster) of each unit; null when there is one.</param>
    /// <param name="unsampled">Share of each group's units that was not sampled.</param>
    /// <param name="share">Factor of each group: 1 at the first stage, the first-stage sampling fraction at the second.</param>
    /// <param name="present">Groups with a row of the domain.</param>
    /// <param name="refusal">Why there is no variance when the policy refuses this group.</param>
    /// <returns>The reason the variance cannot be had, or null.</returns>
    public Suppression? Add(double[][] totals, int[]? groupOfUnit, int[] unitsInGroup, double[] unsampled,
        Func<int, double> share, bool[] present, Func<int, Suppression> refusal)
    {
        int p = estimates, groups = unitsInGroup.Length, units = p == 0 ? 0 : totals[0].Length;
        var mean = new double[groups, p];
        var grand = new double[p];
        for (var j = 0; j < p; j++)
        {
            for (var u = 0; u < units; u++) mean[groupOfUnit is null ? 0 : groupOfUnit[u], j] += totals[j][u];
            for (var g = 0; g < groups; g++) { grand[j] += mean[g, j] / units; mean[g, j] /= unitsInGroup[g]; }
        }
        var scale = new double[groups];
        int all = 0, usable = 0;
        for (var g = 0; g < groups; g++)
        {
            if (!present[g]) continue;
            all++;
            usable++;
            if (share(g) == 0) continue;
            var rule = StratumRule.Of(policy, unitsInGroup[g], unsampled[g]);
            if (rule.Use == StratumUse.Refuse) return refusal(g);
            if (rule.Use == StratumUse.LikeTheOthers) usable--;
            scale[g] = rule.Factor * share(g);
            if (rule.Use == StratumUse.GrandMean) for (var j = 0; j < p; j++) mean[g, j] = grand[j];
        }
        if (usable == 0) return all == 0 ? null : new(SuppressionReason.NoDegreesOfFreedom, "every stratum has one cluster");
        var average = (double)all / usable;
        var d = new double[p];
        for (var u = 0; u < units; u++)
        {
            var g = groupOfUnit is null ? 0 : groupOfUnit[u];
            if (scale[g] == 0) continue;
            for (var j = 0; j < p; j++) d[j] = totals[j][u] - mean[g, j];
            for (var j = 0; j < p; j++) for (var k = 0; k <= j; k++) Sum[j, k] += average * scale[g] * d[j] * d[k];
        }
        for (var j = 0; j < p; j++) for (var k = 0; k < j; k++) Sum[k, j] = Sum[j, k];
        return null;
    }
}
