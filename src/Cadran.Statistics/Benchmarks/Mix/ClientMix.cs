namespace Cadran.Statistics.Benchmarks;

/// <summary>Compares units as if they served the same clients.</summary>
/// <remarks>A unit that mostly refuses applications looks worse than one that grants them. Always show raw and adjusted together.
/// Errors are linearised under the design; a mix and expectations taken from the sample are estimates
/// themselves, and their error counts.</remarks>
public static class ClientMix
{
    /// <summary>Fewest respondents of a group in a unit for its mean to be used.</summary>
    public const int MinimumGroup = 5;

    /// <summary>Direct standardisation under a sample design: Σ_g W_g ȳ_ug with weighted means and linearised errors.</summary>
    /// <param name="design">The sample: weights, strata, clusters. Clusters that cut across units make units' results
    /// depend on each other.</param>
    /// <param name="unit">Unit of each row; rows without one count in the mix only.</param>
    /// <param name="group">Client group; rows without one are left out throughout, raw results included, so that raw and
    /// adjusted differ by the mix alone.</param>
    /// <param name="value">Score; NaN is left out.</param>
    /// <param name="mix">W: known shares by level of the group, not negative, summing above 0; null for the weighted mix of all
    /// respondents, whose own error then counts.</param>
    /// <param name="minimumGroup">Groups with fewer respondents in a unit are dropped there and the rest rescaled; see Coverage.</param>
    /// <returns>One per level of the unit. Suppressed as Empty without respondents, ZeroWeight when all their
    /// weights are zero, Undefined when no group of the mix is large enough, and as the design says (lone
    /// cluster, no degrees of freedom).</returns>
    /// <remarks>Influence of a row on its own unit: W_g (y − ȳ_ug)/N̂_ug; of any row on an estimated mix: (ȳ_ug − adjusted)/N̂ over
    /// the groups used. Oracle: R survey 4.1-1, svycontrast on cell totals and svystandardize, to 1e-10.</remarks>
    /// <exception cref="ArgumentException">Columns of another length than the design, an infinite value, a mix that is negative, empty or
    /// of another length than the groups.</exception>
    public static IReadOnlyList<MixAdjustment> Direct(
        Design design, Factor unit, Factor group, ReadOnlySpan<double> value, IReadOnlyList<double>? mix = null,
        int minimumGroup = MinimumGroup)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumGroup, 1);
        var cells = new MixCells(design, unit, group, value);
        if (mix is not null && mix.Count != group.Levels)
            throw new ArgumentException($"{mix.Count} shares for {group.Levels} groups.", nameof(mix));
        foreach (var share in mix ?? [])
            if (!(share >= 0) || double.IsInfinity(share))
                throw new ArgumentOutOfRangeException(nameof(mix), share, "Shares of the mix are finite and not negative.");
        if (mix is not null && !(mix.Sum() > 0)) throw new ArgumentException("The mix is empty.", nameof(mix));
        return [.. Enumerable.Range(0, unit.Levels).Select(u => new MixAdjustment(cells.Raw(u), Adjusted(u, out var coverage), coverage))];

        Estimate Adjusted(int u, out double coverage)
        {
            double Share(int g) => mix is null ? cells.GroupWeight(g) : mix[g];
            int[] used =
                [.. Enumerable.Range(0, group.Levels)
                .Where(g => Share(g) > 0 && cells.Count(u, g) >= minimumGroup && cells.Weight(u, g) > 0)];
            var covered = used.Sum(Share);
            coverage = used.Length == 0 ? 0 : covered / Enumerable.Range(0, group.Levels).Sum(Share);
            if (cells.Missing(u) is { } missing) return missing;
            var respondents = Enumerable.Range(0, group.Levels).Sum(g => cells.Count(u, g));
            if (used.Length == 0)
                return Estimate.Withheld(SuppressionReason.Undefined, respondents, $"no group with {minimumGroup} respondents");
            var adjusted = used.Sum(g => Share(g) / covered * cells.Mean(u, g));
            var isUsed = new bool[group.Levels];
            foreach (var g in used) isUsed[g] = true;
            return cells.Estimate(adjusted, used.Sum(g => cells.Count(u, g)), (v, g) => v == u && isUsed[g], (v, g, y) =>
                !isUsed[g] ? 0
                    : (v == u ? Share(g) / covered * (y - cells.Mean(u, g)) / cells.Weight(u, g) : 0)
                    + (mix is null ? (cells.Mean(u, g) - adjusted) / covered : 0));
        }
    }

    /// <summary>
    /// Indirect standardisation under a sample design: common mean plus observed minus expected, the expectation of each row being
    /// the weighted mean of its group over all units, estimated from the same sample.
    /// </summary>
    /// <param name="design">The sample.</param>
    /// <param name="unit">Unit of each row; rows without one count in the expectations only.</param>
    /// <param name="group">Client group; rows without one are left out throughout.</param>
    /// <param name="value">Score; NaN is left out.</param>
    /// <returns>One per level of the unit; Coverage is 1. Suppressed as
    /// <see cref="Direct(Design, Factor, Factor, ReadOnlySpan{double}, IReadOnlyList{double}, int)"/>.</returns>
    /// <remarks>A large unit is compared with an expectation it shapes itself; the errors allow for that. Oracle: R survey 4.1-1,
    /// svycontrast on cell totals, to 1e-10.</remarks>
    /// <exception cref="ArgumentException">Columns of another length than the design, an infinite value.</exception>
    public static IReadOnlyList<MixAdjustment> Indirect(Design design, Factor unit, Factor group, ReadOnlySpan<double> value)
    {
        var cells = new MixCells(design, unit, group, value);
        return [.. Enumerable.Range(0, unit.Levels).Select(u => new MixAdjustment(cells.Raw(u), Adjusted(u), 1))];

        Estimate Adjusted(int u)
        {
            if (cells.Missing(u) is { } missing) return missing;
            var (weight, all, common, mean) = (cells.UnitWeight(u), cells.AllWeight, cells.CommonMean, cells.UnitMean(u));
            double[] present = [.. Enumerable.Range(0, group.Levels).Select(g => cells.Weight(u, g) / weight)];
            var expected = present.Select((p, g) => p > 0 ? p * cells.GroupMean(g) : 0).Sum();
            return cells.Estimate(common + mean - expected, Enumerable.Range(0, group.Levels).Sum(g => cells.Count(u, g)), (v, _) => v == u,
                (v, g, y) => (y - common) / all
                    + (v == u ? (y - mean - cells.GroupMean(g) + expected) / weight : 0)
                    - (present[g] > 0 ? present[g] * (y - cells.GroupMean(g)) / cells.GroupWeight(g) : 0));
        }
    }
}
