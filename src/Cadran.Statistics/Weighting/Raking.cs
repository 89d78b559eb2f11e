using System.Globalization;

namespace Cadran.Statistics.Weighting;

/// <summary>Raking (iterative proportional fitting): weights adjusted margin after margin until all are met.</summary>
/// <remarks>Works on the cells of the crossed margins, so that the number of rows matters once. Estimates from the returned design
/// use residuals on all margins, alternating as R does. Source: Deming and Stephan (1940); Deville, Särndal and Sautory (1993).
/// Oracle: R survey 4.1 <c>rake(epsilon = 1e-12)</c>; weights and errors 1e-9.</remarks>
public static class Raking
{
    /// <summary>Raked weights, as a design whose estimates know about the margins.</summary>
    /// <param name="design">The sample with its design weights.</param>
    /// <param name="margins">Known populations; all add up to the same total.</param>
    /// <param name="tolerance">Largest difference left between a margin and its target, as a share of the population.</param>
    /// <param name="maximumRounds">Rounds over all margins before giving up.</param>
    /// <exception cref="WeightingException">Empty or missing category, impossible target, totals that differ by
    /// more than 1e-9, no convergence.</exception>
    /// <exception cref="ArgumentException">No margin, columns of another length, a tolerance outside (0, 1), no round.</exception>
    public static Design Apply(Design design, IReadOnlyList<Margin> margins, double tolerance = 1e-12, int maximumRounds = 1000)
    {
        if (margins.Count == 0) throw new ArgumentException("Raking needs a margin.", nameof(margins));
        if (!(tolerance > 0 && tolerance < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumRounds, 1);
        foreach (var margin in margins) margin.Check(design);
        var total = margins[0].Total;
        foreach (var margin in margins)
            if (Math.Abs(margin.Total - total) > 1e-9 * Math.Abs(total))
                throw new WeightingException(WeightingFailure.DifferentTotals, string.Create(CultureInfo.InvariantCulture,
                    $"{margin.Name} adds up to {margin.Total}, {margins[0].Name} to {total}."));
        var cells = RakingCells.Build(margins, design.Rows);
        var before = new double[cells.Count];
        for (var i = 0; i < design.Rows; i++) before[cells.CellOfRow[i]] += design.Weight(i);
        var factor = Fit(before, cells, margins, tolerance * total, maximumRounds);
        var weights = new double[design.Rows];
        for (var i = 0; i < weights.Length; i++) weights[i] = design.Weight(i) * factor[cells.CellOfRow[i]];
        return design.Calibrated(weights, new MarginMeans(cells, [.. margins.Select(m => m.Variable.Levels)], weights));
    }

    internal static double[] Fit(double[] before, RakingCells cells, IReadOnlyList<Margin> margins, double tolerance, int maximumRounds)
    {
        var factor = new double[before.Length];
        Array.Fill(factor, 1);
        double worst = 0;
        for (var round = 0; round < maximumRounds; round++)
        {
            worst = 0;
            for (var m = 0; m < margins.Count; m++)
            {
                var category = cells.Category[m];
                var sum = new double[margins[m].Targets.Count];
                for (var c = 0; c < factor.Length; c++) sum[category[c]] += before[c] * factor[c];
                for (var k = 0; k < sum.Length; k++)
                {
                    worst = Math.Max(worst, Math.Abs(sum[k] - margins[m].Targets[k]));
                    if (sum[k] == 0 && margins[m].Targets[k] > 0)
                        throw new WeightingException(WeightingFailure.NoConvergence,
                            $"{margins[m].Name}: the other margins leave nobody in category {margins[m].Variable.Labels[k]}.");
                    sum[k] = sum[k] > 0 ? margins[m].Targets[k] / sum[k] : 0;
                }
                for (var c = 0; c < factor.Length; c++) factor[c] *= sum[category[c]];
            }
            if (worst <= tolerance || margins.Count == 1) return factor;
        }
        throw new WeightingException(WeightingFailure.NoConvergence, string.Create(CultureInfo.InvariantCulture,
            $"After {maximumRounds} rounds a margin is still off by {worst}; the margins may contradict "
            + $"each other in cells nobody is in."));
    }

    /// <summary>
    /// Takes out category means, margin after margin, ten rounds: the same sum, over cells, as R makes over rows. The means are
    /// unweighted, over rows of positive weight.
    /// </summary>
    private sealed class MarginMeans(RakingCells cells, int[] levels, double[] weights) : KnownTotals
    {
        private readonly int[] people = Count(cells, weights);

        public override void TakeOut(Span<double> influence)
        {
            var sum = new double[cells.Count];
            for (var i = 0; i < influence.Length; i++) if (weights[i] > 0) sum[cells.CellOfRow[i]] += influence[i];
            var shift = new double[cells.Count];
            for (var round = 0; round < 10; round++)
                for (var m = 0; m < levels.Length; m++)
                {
                    var mean = new double[levels[m]];
                    var n = new int[levels[m]];
                    var category = cells.Category[m];
                    for (var c = 0; c < sum.Length; c++)
                    {
                        mean[category[c]] += sum[c] - people[c] * shift[c];
                        n[category[c]] += people[c];
                    }
                    for (var c = 0; c < sum.Length; c++) if (people[c] > 0) shift[c] += mean[category[c]] / n[category[c]];
                }
            for (var i = 0; i < influence.Length; i++) influence[i] -= shift[cells.CellOfRow[i]];
        }

        private static int[] Count(RakingCells cells, double[] weights)
        {
            var people = new int[cells.Count];
            for (var i = 0; i < weights.Length; i++) if (weights[i] > 0) people[cells.CellOfRow[i]]++;
            return people;
        }
    }
}
