namespace Cadran.Statistics.Comparison;

/// <summary>Adjusts the p-values of a family of tests. The family is everything shown on one page of a report: say so beside it.</summary>
/// <remarks>NaN p-values (tests that could not be made) stay NaN and do not count in the family.
/// Oracle: R 4.2 <c>p.adjust</c>, 1e-12.</remarks>
public static class Multiplicity
{
    /// <summary>Holm's step-down: controls the chance of any false finding.</summary>
    /// <param name="p">The p-values of the family, each in [0, 1] or NaN.</param>
    public static double[] Holm(ReadOnlySpan<double> p)
    {
        var (adjusted, order) = Ranked(p);
        double running = 0;
        for (var i = 0; i < order.Length; i++)
            adjusted[order[i]] = running = Math.Max(running, Math.Min(1, (order.Length - i) * p[order[i]]));
        return adjusted;
    }

    /// <summary>
    /// Benjamini–Hochberg: controls the expected share of false findings among findings; for independent
    /// or positively dependent tests.
    /// </summary>
    /// <param name="p">The p-values of the family, each in [0, 1] or NaN.</param>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p) => StepUp(p, 1);

    /// <summary>Benjamini–Yekutieli: the same under any dependence, at a price.</summary>
    /// <param name="p">The p-values of the family, each in [0, 1] or NaN.</param>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> p)
    {
        var family = 0;
        foreach (var x in p) if (!double.IsNaN(x)) family++;
        double harmonic = 0;
        for (var i = 1; i <= family; i++) harmonic += 1.0 / i;
        return StepUp(p, harmonic);
    }

    private static double[] StepUp(ReadOnlySpan<double> p, double factor)
    {
        var (adjusted, order) = Ranked(p);
        double running = 1;
        for (var i = order.Length - 1; i >= 0; i--)
            adjusted[order[i]] = running = Math.Min(running, factor * order.Length / (i + 1) * p[order[i]]);
        return adjusted;
    }

    private static (double[] Adjusted, int[] Order) Ranked(ReadOnlySpan<double> p)
    {
        var values = p.ToArray();
        foreach (var x in values)
            if (x < 0 || x > 1) throw new ArgumentOutOfRangeException(nameof(p), x, "A p-value lies between 0 and 1.");
        int[] order = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).OrderBy(i => values[i])];
        var adjusted = new double[values.Length];
        Array.Fill(adjusted, double.NaN);
        return (adjusted, order);
    }
}
