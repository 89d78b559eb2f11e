namespace Cadran.Statistics.Control;

/// <summary>x̄ chart: the mean of a few values per period, such as five waits timed a day.</summary>
/// <param name="Means">Limits at centre ± width·within/√n of the period; its sigma is NaN when periods differ in size.</param>
/// <param name="Within">Standard deviation of single values within a period, in their unit: the mean of range/d2 over the periods;
/// NaN when no period has two values. With it and the centre a <see cref="EwmaChart"/> or <see cref="CusumChart"/> follows the
/// means.</param>
/// <remarks>What varies between periods is not in the limits: where periods differ by themselves, chart their means as individual values
/// (<see cref="IndividualsChart"/>). Oracle: R qcc 2.7 (xbar), piston rings.</remarks>
public sealed record MeansChart(ControlChart Means, double Within)
{
    /// <summary>Most values in one period: a range says little of more.</summary>
    public const int LargestGroup = 25;

    // d2, the expected range of 2 to 25 standard normal values: the published table, not the exact integral, so that
    // limits agree with manuals and other programs.
    private static readonly double[] D2 =
    [
        1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258, 3.336,
        3.407, 3.472, 3.532, 3.588, 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931,
    ];

    /// <summary>Charts the means of a few values per period.</summary>
    /// <param name="periods">The values of each period, 25 at most; NaN is no value, a period without any is a
    /// gap, infinite values throw.</param>
    /// <param name="rules">Default: all four rules.</param>
    /// <param name="baseline">Number of first periods that set centre and spread; null for all.</param>
    /// <returns>Without a period of two values the spread is unknown: points without limits and without signals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An infinite value, a period of more than 25 values, a negative baseline.</exception>
    public static MeansChart Of(IReadOnlyList<double[]> periods, RunRules? rules = null, int? baseline = null)
    {
        rules ??= RunRules.Default;
        rules.Validate();
        var used = ControlChart.Baseline(baseline, periods.Count);
        var values = periods.Select(Present).ToArray();
        double[] spreads = [.. values.Take(used).Where(v => v.Length > 1).Select(v => (v.Max() - v.Min()) / ExpectedRange(v.Length))];
        var within = spreads.Length == 0 ? double.NaN : spreads.Average();
        double[] all = [.. values.Take(used).SelectMany(v => v)];
        var centre = ControlChart.Mean(all);

        double[] means = [.. values.Select(v => ControlChart.Mean(v))];
        double[] sigmas = [.. values.Select(v => within / Math.Sqrt(v.Length))];
        var points = ControlChart.Draw(means, centre, sigmas, rules);
        int[] sizes = [.. values.Select(v => v.Length).Where(n => n > 0).Distinct()];
        return new(new(centre, sizes.Length == 1 ? within / Math.Sqrt(sizes[0]) : double.NaN, points), within);
    }

    internal static double ExpectedRange(int values) => D2[values - 2];

    private static double[] Present(double[] period)
    {
        ControlChart.CheckFinite(period);
        double[] present = [.. period.Where(v => !double.IsNaN(v))];
        return present.Length <= LargestGroup ? present
            : throw new ArgumentOutOfRangeException(nameof(period), present.Length,
            $"A period has at most {LargestGroup} values; chart the means of larger ones as individual values.");
    }
}
