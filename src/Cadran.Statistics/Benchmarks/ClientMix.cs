namespace Cadran.Statistics.Benchmarks;

/// <summary>A unit's result before and after allowing for who its clients are.</summary>
/// <param name="Raw">Plain mean of the unit's respondents.</param>
/// <param name="Adjusted">Mean the unit would have with the common mix (direct), or the common mean plus what it does better or worse
/// than expected (indirect).</param>
/// <param name="Coverage">Share of the common mix that the unit's usable groups stand for, in [0, 1]; 1 for the indirect method.</param>
public sealed record MixAdjustment(Estimate Raw, Estimate Adjusted, double Coverage);

/// <summary>Compares units as if they served the same clients.</summary>
/// <remarks>A unit that mostly refuses applications looks worse than one that grants them. Always show raw and adjusted together.
/// The versions with a design give its linearised errors, the mix and the expectations being estimates themselves; the versions without one
/// treat respondents as independent and the mix and the expectations as known.</remarks>
public static partial class ClientMix
{
    /// <summary>Fewest respondents of a group in a unit for its mean to be used.</summary>
    public const int MinimumGroup = 5;

    /// <summary>Direct standardisation: Σ_g W_g ȳ_ug with the same W for all units.</summary>
    /// <param name="unit">Unit of each respondent, numbered from 0.</param>
    /// <param name="group">Client group of each respondent, numbered from 0 (outcome × age, say).</param>
    /// <param name="value">Their score; NaN is left out.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="mix">W: shares of the groups, not negative, summing above 0; null for the mix of all respondents.</param>
    /// <param name="minimumGroup">Groups with fewer respondents in a unit are dropped there and the rest rescaled; see Coverage.</param>
    /// <returns>One per unit. Suppressed as Empty without respondents, as Undefined when no group of the common mix is large enough,
    /// so that nothing could be standardised.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, a unit or group outside its numbers, an infinite value, a mix that is negative or empty.</exception>
    public static IReadOnlyList<MixAdjustment> Direct(
        ReadOnlySpan<int> unit, ReadOnlySpan<int> group, ReadOnlySpan<double> value, int units, IReadOnlyList<double>? mix = null, int minimumGroup = MinimumGroup)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumGroup, 1);
        var groups = mix?.Count ?? Highest(group) + 1;
        var cells = Cells(unit, group, value, units, groups);
        var shares = mix?.ToArray() ?? [.. Enumerable.Range(0, groups).Select(g => cells.Sum(row => (double)row[g].Count))];
        if (shares.Any(w => !(w >= 0))) throw new ArgumentOutOfRangeException(nameof(mix), shares.First(w => !(w >= 0)), "Shares of the mix are not negative.");
        var all = shares.Sum();
        if (!(all > 0) && cells.Any(row => row.Any(c => c.Count > 0))) throw new ArgumentException("The mix is empty.", nameof(mix));
        return [.. cells.Select(row => Standardise(row, shares, all, minimumGroup))];
    }

    /// <summary>Indirect standardisation: observed minus expected.</summary>
    /// <param name="unit">Unit of each respondent, numbered from 0.</param>
    /// <param name="value">Their score; NaN is left out.</param>
    /// <param name="expected">What such a client scores on average over all units, from <see cref="ExpectedByGroup"/> or a regression.</param>
    /// <param name="units">Number of units.</param>
    /// <returns>One per unit, suppressed as Empty without respondents and as NoDegreesOfFreedom with one; Coverage is 1.</returns>
    /// <exception cref="ArgumentException">Columns of unequal length, a unit outside its numbers, an infinite value.</exception>
    public static IReadOnlyList<MixAdjustment> Indirect(ReadOnlySpan<int> unit, ReadOnlySpan<double> value, ReadOnlySpan<double> expected, int units)
    {
        if (expected.Length != value.Length) throw new ArgumentException($"{expected.Length} expectations for {value.Length} respondents.", nameof(expected));
        var nobody = new int[value.Length];
        var excess = new double[value.Length];
        for (var i = 0; i < excess.Length; i++) excess[i] = value[i] - expected[i];
        var raw = Cells(unit, nobody, value, units, 1);
        var residual = Cells(unit, nobody, excess, units, 1);
        var count = raw.Sum(r => r[0].Count);
        var common = raw.Sum(r => r[0].Count == 0 ? 0 : r[0].Count * r[0].Mean) / count;
        return [.. raw.Zip(residual, (r, e) => new MixAdjustment(r[0].ToEstimate(), e[0].ToEstimate().Rescale(1, common), 1))];
    }

    /// <summary>Expectation of each respondent: the mean of their client group over all units.</summary>
    public static double[] ExpectedByGroup(ReadOnlySpan<int> group, ReadOnlySpan<double> value)
    {
        var means = Cells(new int[group.Length], group, value, 1, Highest(group) + 1)[0];
        var expected = new double[group.Length];
        for (var i = 0; i < expected.Length; i++) expected[i] = means[group[i]].Count == 0 ? double.NaN : means[group[i]].Mean;
        return expected;
    }

    private static MixAdjustment Standardise(RunningMoments[] row, double[] shares, double all, int minimumGroup)
    {
        var raw = row.Aggregate(RunningMoments.None, (a, b) => a.With(b)).ToEstimate();
        var used = Enumerable.Range(0, shares.Length).Where(g => shares[g] > 0 && row[g].Count >= minimumGroup).ToList();
        var covered = used.Sum(g => shares[g]);
        if (used.Count == 0)
        {
            var reason = raw.Respondents == 0 ? SuppressionReason.Empty : SuppressionReason.Undefined;
            return new(raw, Estimate.Withheld(reason, raw.Respondents, $"no group with {minimumGroup} respondents"), 0);
        }
        var mean = used.Sum(g => shares[g] / covered * row[g].Mean);
        var variance = used.Sum(g => shares[g] / covered * (shares[g] / covered) * row[g].VarianceOfMean);
        var count = used.Sum(g => row[g].Count);
        var adjusted = count <= used.Count
            ? Estimate.Withheld(SuppressionReason.NoDegreesOfFreedom, count)
            : new Estimate(mean, Math.Sqrt(variance), count - used.Count, count);
        return new(raw, adjusted, covered / all);
    }

    /// <summary>By unit and group, leaving out NaN.</summary>
    private static RunningMoments[][] Cells(ReadOnlySpan<int> unit, ReadOnlySpan<int> group, ReadOnlySpan<double> value, int units, int groups)
    {
        if (unit.Length != value.Length || group.Length != value.Length)
            throw new ArgumentException($"Columns of {unit.Length}, {group.Length} and {value.Length} rows.", nameof(value));
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        var cells = new RunningMoments[units][];
        for (var u = 0; u < units; u++) cells[u] = new RunningMoments[groups];
        for (var i = 0; i < value.Length; i++)
        {
            if (unit[i] < 0 || unit[i] >= units) throw new ArgumentOutOfRangeException(nameof(unit), unit[i], $"Row {i}: units are numbered 0 to {units - 1}.");
            if (group[i] < 0 || group[i] >= groups) throw new ArgumentOutOfRangeException(nameof(group), group[i], $"Row {i}: groups are numbered 0 to {groups - 1}.");
            if (double.IsInfinity(value[i])) throw new ArgumentOutOfRangeException(nameof(value), value[i], $"Row {i}: values are finite or missing.");
            if (!double.IsNaN(value[i])) cells[unit[i]][group[i]] = cells[unit[i]][group[i]].Add(value[i]);
        }
        return cells;
    }

    private static int Highest(ReadOnlySpan<int> codes)
    {
        var highest = -1;
        foreach (var code in codes) highest = Math.Max(highest, code);
        return highest;
    }
}
