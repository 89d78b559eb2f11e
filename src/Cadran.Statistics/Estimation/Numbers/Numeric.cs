namespace Cadran.Statistics.Estimation;

/// <summary>
/// Estimates from a column of numbers (minutes waited, clients served). NaN is no value and leaves the row out of the domain.
/// </summary>
/// <remarks>Closed items are faster through <see cref="Tabulation"/>. Infinite values throw, and columns whose largest number is above 1e60
/// or under 1e-60 in size. Empty columns come back suppressed. Oracle: R survey 4.1 <c>svymean</c>, <c>svytotal</c>, <c>svyratio</c>,
/// <c>svyvar</c>; 1e-10 relative.</remarks>
public static partial class Numeric
{
    /// <summary>Weighted mean of the rows in the domain (all when null).</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="domain">Rows the mean is about, all when null.</param>
    public static Estimate Mean(Design design, ReadOnlySpan<double> values, bool[]? domain = null) =>
        Finish(design, MeanOf(design, values, domain));

    /// <summary>Weighted total: Σ w·y. Only meaningful when weights add up to the population.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="domain">Rows the total is about, all when null.</param>
    public static Estimate Total(Design design, ReadOnlySpan<double> values, bool[]? domain = null) =>
        Finish(design, TotalOf(design, values, domain));

    /// <summary>Ratio of two weighted totals, rows with both values. Suppressed as undefined when the denominator is zero.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="numerator">NaN for no value.</param>
    /// <param name="denominator">NaN for no value.</param>
    /// <param name="domain">Rows the ratio is about, all when null.</param>
    public static Estimate Ratio(Design design, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, bool[]? domain = null) =>
        Finish(design, RatioOf(design, numerator, denominator, domain));

    /// <summary>Design effect of the mean; see <see cref="Domain.DesignEffect"/>.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="withReplacement">Compare with sampling with replacement; otherwise the sum of weights is
    /// taken as the population.</param>
    public static double DesignEffect(Design design, ReadOnlySpan<double> values, bool withReplacement = false)
    {
        var mean = Mean(design, values);
        if (mean.Suppressed is not null || mean.Respondents < 2) return double.NaN;
        double spread = 0, weight = 0;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]))
            {
                spread += design.Weight(i) * (values[i] - mean.Value) * (values[i] - mean.Value);
                weight += design.Weight(i);
            }
        var simple = spread / weight / (mean.Respondents - 1) * (withReplacement ? 1 : (weight - mean.Respondents) / weight);
        return simple > 0 ? mean.Variance / simple : double.NaN;
    }

    internal static bool[] Present(Design design, ReadOnlySpan<double> values, bool[]? domain, out int respondents)
    {
        if (values.Length != design.Rows) throw new ArgumentException($"{values.Length} values for {design.Rows} rows.", nameof(values));
        if (domain is not null && domain.Length != design.Rows)
            throw new ArgumentException($"A domain of {domain.Length} rows for {design.Rows}.", nameof(domain));
        Magnitude.Check(values, nameof(values));
        var rows = new bool[values.Length];
        respondents = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = !double.IsNaN(values[i]) && (domain is null || domain[i]);
            if (rows[i]) respondents++;
        }
        return rows;
    }

    internal static Estimate? Thin(Design design, bool[] rows, int respondents)
    {
        if (respondents == 0) return Estimate.Withheld(SuppressionReason.Empty, 0);
        for (var i = 0; i < rows.Length; i++) if (rows[i] && design.Weight(i) > 0) return null;
        return Estimate.Withheld(SuppressionReason.ZeroWeight, respondents);
    }
}
