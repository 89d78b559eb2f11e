namespace Cadran.Statistics.Estimation;

/// <summary>Estimates from a column of numbers (minutes waited, clients served). NaN is no value and leaves the row out of the domain.</summary>
/// <remarks>Closed items are faster through <see cref="Tabulation"/>. Infinite values throw. Empty columns come back suppressed.
/// Oracle: R survey 4.1 <c>svymean</c>, <c>svytotal</c>, <c>svyratio</c>, <c>svyvar</c>; 1e-10 relative.</remarks>
public static class Numeric
{
    /// <summary>Weighted mean of the rows in the domain (all when null).</summary>
    public static Estimate Mean(Design design, ReadOnlySpan<double> values, bool[]? domain = null)
    {
        var rows = Present(design, values, domain, out int respondents);
        if (Thin(design, rows, respondents) is { } thin) return thin;
        var centre = Centre.Of(design, values, rows);
        var influence = new double[design.Rows];
        for (int i = 0; i < influence.Length; i++) if (rows[i]) influence[i] = centre.Deviation(values[i]) / centre.Weight;
        return Linearisation.Of(design, centre.Mean, influence, respondents, rows);
    }

    /// <summary>Weighted total: Σ w·y. Only meaningful when weights add up to the population.</summary>
    public static Estimate Total(Design design, ReadOnlySpan<double> values, bool[]? domain = null)
    {
        var rows = Present(design, values, domain, out int respondents);
        if (Thin(design, rows, respondents) is { } thin) return thin;
        var influence = new double[design.Rows];
        double total = 0;
        for (int i = 0; i < influence.Length; i++)
            if (rows[i]) { influence[i] = values[i]; total += design.Weight(i) * values[i]; }
        return Linearisation.Of(design, total, influence, respondents, rows);
    }

    /// <summary>Ratio of two weighted totals, rows with both values. Suppressed as undefined when the denominator is zero.</summary>
    public static Estimate Ratio(Design design, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, bool[]? domain = null)
    {
        var rows = Present(design, numerator, Present(design, denominator, domain, out _), out int respondents);
        if (Thin(design, rows, respondents) is { } thin) return thin;
        double top = 0, bottom = 0;
        for (int i = 0; i < rows.Length; i++)
            if (rows[i]) { top += design.Weight(i) * numerator[i]; bottom += design.Weight(i) * denominator[i]; }
        if (bottom == 0) return Estimate.Withheld(SuppressionReason.Undefined, respondents, "the denominator is zero");
        double ratio = top / bottom;
        var influence = new double[design.Rows];
        for (int i = 0; i < rows.Length; i++) if (rows[i]) influence[i] = (numerator[i] - ratio * denominator[i]) / bottom;
        return Linearisation.Of(design, ratio, influence, respondents, rows);
    }

    /// <summary>Mean of one domain minus the mean of another, same sample; domains may share clusters and rows.</summary>
    /// <returns>Degrees of freedom as <see cref="Domain.DifferenceFrom"/>: clusters minus strata minus one, over the rows of either domain.</returns>
    public static Estimate Difference(Design design, ReadOnlySpan<double> values, bool[] domain, bool[] minus)
    {
        var a = Present(design, values, domain, out int n1);
        var b = Present(design, values, minus, out int n2);
        if ((Thin(design, a, n1) ?? Thin(design, b, n2)) is { } thin) return thin;
        var (centreA, centreB) = (Centre.Of(design, values, a), Centre.Of(design, values, b));
        var influence = new double[design.Rows];
        var either = new bool[design.Rows];
        for (int i = 0; i < influence.Length; i++)
        {
            if (a[i]) influence[i] += centreA.Deviation(values[i]) / centreA.Weight;
            if (b[i]) influence[i] -= centreB.Deviation(values[i]) / centreB.Weight;
            either[i] = a[i] || b[i];
        }
        return Linearisation.Of(design, centreA.Mean - centreB.Mean, influence, Math.Min(n1, n2), either).LessOneDegree();
    }

    /// <summary>Mean of one column minus the mean of another over the same sample, each over the rows that have it: a service gap (perceived minus expected), reputation minus experience.</summary>
    /// <remarks>People with both make the means covary, and the error accounts for it. Degrees of freedom: clusters minus strata over the rows with either. With both always
    /// present it is the mean of the differences. Oracle: R survey 4.1, <c>svytotal</c> of the linearised difference, 1e-10.</remarks>
    public static Estimate Gap(Design design, ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool[]? domain = null)
    {
        var a = Present(design, first, domain, out int n1);
        var b = Present(design, second, domain, out int n2);
        if ((Thin(design, a, n1) ?? Thin(design, b, n2)) is { } thin) return thin;
        var (centreA, centreB) = (Centre.Of(design, first, a), Centre.Of(design, second, b));
        var influence = new double[design.Rows];
        var either = new bool[design.Rows];
        for (int i = 0; i < influence.Length; i++)
        {
            if (a[i]) influence[i] += centreA.Deviation(first[i]) / centreA.Weight;
            if (b[i]) influence[i] -= centreB.Deviation(second[i]) / centreB.Weight;
            either[i] = a[i] || b[i];
        }
        return Linearisation.Of(design, centreA.Mean - centreB.Mean, influence, Math.Min(n1, n2), either);
    }

    /// <summary>Design effect of the mean; see <see cref="Domain.DesignEffect"/>.</summary>
    public static double DesignEffect(Design design, ReadOnlySpan<double> values, bool withReplacement = false)
    {
        var mean = Mean(design, values);
        if (mean.Suppressed is not null || mean.Respondents < 2) return double.NaN;
        double spread = 0, weight = 0;
        for (int i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i])) { spread += design.Weight(i) * (values[i] - mean.Value) * (values[i] - mean.Value); weight += design.Weight(i); }
        double simple = spread / weight / (mean.Respondents - 1) * (withReplacement ? 1 : (weight - mean.Respondents) / weight);
        return simple > 0 ? mean.Variance / simple : double.NaN;
    }

    internal static bool[] Present(Design design, ReadOnlySpan<double> values, bool[]? domain, out int respondents)
    {
        if (values.Length != design.Rows) throw new ArgumentException($"{values.Length} values for {design.Rows} rows.", nameof(values));
        if (domain is not null && domain.Length != design.Rows) throw new ArgumentException($"A domain of {domain.Length} rows for {design.Rows}.", nameof(domain));
        var rows = new bool[values.Length];
        respondents = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (double.IsInfinity(values[i])) throw new ArgumentException($"Row {i} holds an infinite value.", nameof(values));
            rows[i] = !double.IsNaN(values[i]) && (domain is null || domain[i]);
            if (rows[i]) respondents++;
        }
        return rows;
    }

    internal static Estimate? Thin(Design design, bool[] rows, int respondents)
    {
        if (respondents == 0) return Estimate.Withheld(SuppressionReason.Empty, 0);
        for (int i = 0; i < rows.Length; i++) if (rows[i] && design.Weight(i) > 0) return null;
        return Estimate.Withheld(SuppressionReason.ZeroWeight, respondents);
    }
}
