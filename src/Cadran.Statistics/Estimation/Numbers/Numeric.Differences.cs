namespace Cadran.Statistics.Estimation;

public static partial class Numeric
{
    /// <summary>Mean of one domain minus the mean of another, same sample; domains may share clusters and rows.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="domain">Rows of the first mean.</param>
    /// <param name="minus">Rows of the mean that is taken off.</param>
    /// <returns>Degrees of freedom as <see cref="Domain.DifferenceFrom"/>: clusters minus strata minus one,
    /// over the rows of either domain.</returns>
    public static Estimate Difference(Design design, ReadOnlySpan<double> values, bool[] domain, bool[] minus) =>
        Subtract(design, MeanOf(design, values, domain), MeanOf(design, values, minus)).LessOneDegree();

    /// <summary>
    /// Weighted total in one domain minus that in another, same sample. Only meaningful when weights add up to the population.
    /// </summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="domain">Rows of the first total.</param>
    /// <param name="minus">Rows of the total that is taken off.</param>
    /// <returns>Degrees of freedom as <see cref="Difference"/>.</returns>
    /// <remarks>Oracle: R survey 4.1, <c>svycontrast</c> on <c>svyby(svytotal, covmat = TRUE)</c>, 1e-10.</remarks>
    public static Estimate DifferenceOfTotals(Design design, ReadOnlySpan<double> values, bool[] domain, bool[] minus) =>
        Subtract(design, TotalOf(design, values, domain), TotalOf(design, values, minus)).LessOneDegree();

    /// <summary>Ratio of two totals in one domain minus that in another, same sample. Undefined when a denominator is zero.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="numerator">NaN for no value.</param>
    /// <param name="denominator">NaN for no value.</param>
    /// <param name="domain">Rows of the first ratio.</param>
    /// <param name="minus">Rows of the ratio that is taken off.</param>
    /// <returns>Degrees of freedom as <see cref="Difference"/>.</returns>
    /// <remarks>Oracle: R survey 4.1, <c>svycontrast</c> on <c>svyby(svyratio, covmat = TRUE)</c>, 1e-10.</remarks>
    public static Estimate DifferenceOfRatios(
        Design design, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, bool[] domain, bool[] minus) =>
        Subtract(design, RatioOf(design, numerator, denominator, domain), RatioOf(design, numerator, denominator, minus)).LessOneDegree();

    /// <summary>
    /// Mean of one column minus the mean of another over the same sample, each over the rows that have it: a service gap (perceived
    /// minus expected), reputation minus experience.
    /// </summary>
    /// <param name="design">The sample.</param>
    /// <param name="first">NaN for no value.</param>
    /// <param name="second">The column whose mean is taken off.</param>
    /// <param name="domain">Rows the gap is about, all when null.</param>
    /// <remarks>People with both make the means covary, and the error accounts for it. Degrees of freedom: clusters minus strata
    /// over the rows with either. With both always present it is the mean of the differences. Oracle: R survey 4.1, <c>svytotal</c> of
    /// the linearised difference, 1e-10.</remarks>
    public static Estimate Gap(Design design, ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool[]? domain = null) =>
        Subtract(design, MeanOf(design, first, domain), MeanOf(design, second, domain));

    private static Estimate Subtract(Design design, Linear a, Linear b)
    {
        if ((a.Withheld ?? b.Withheld) is { } thin) return thin;
        var influence = new double[design.Rows];
        var either = new bool[design.Rows];
        for (var i = 0; i < influence.Length; i++)
        {
            influence[i] = a.Influence[i] - b.Influence[i];
            either[i] = a.Rows[i] || b.Rows[i];
        }
        return Linearisation.Of(design, a.Value - b.Value, influence, Math.Min(a.Respondents, b.Respondents), either);
    }

    private static Linear MeanOf(Design design, ReadOnlySpan<double> values, bool[]? domain)
    {
        var rows = Present(design, values, domain, out var respondents);
        if (Thin(design, rows, respondents) is { } thin) return new(double.NaN, [], rows, respondents, thin);
        var centre = Centre.Of(design, values, rows);
        var influence = new double[rows.Length];
        for (var i = 0; i < influence.Length; i++) if (rows[i]) influence[i] = centre.Deviation(values[i]) / centre.Weight;
        return new(centre.Mean, influence, rows, respondents);
    }

    private static Linear TotalOf(Design design, ReadOnlySpan<double> values, bool[]? domain)
    {
        var rows = Present(design, values, domain, out var respondents);
        if (Thin(design, rows, respondents) is { } thin) return new(double.NaN, [], rows, respondents, thin);
        var influence = new double[rows.Length];
        double total = 0;
        for (var i = 0; i < influence.Length; i++)
            if (rows[i]) { influence[i] = values[i]; total += design.Weight(i) * values[i]; }
        return new(total, influence, rows, respondents);
    }

    private static Linear RatioOf(Design design, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, bool[]? domain)
    {
        var rows = Present(design, numerator, Present(design, denominator, domain, out _), out var respondents);
        if (Thin(design, rows, respondents) is { } thin) return new(double.NaN, [], rows, respondents, thin);
        double top = 0, bottom = 0, size = 0;
        for (var i = 0; i < rows.Length; i++)
            if (rows[i])
            {
                top += design.Weight(i) * numerator[i];
                bottom += design.Weight(i) * denominator[i];
                size += design.Weight(i) * Math.Abs(denominator[i]);
            }
        if (IsNothing(bottom, size))
            return new(double.NaN, [], rows, respondents,
                Estimate.Withheld(SuppressionReason.Undefined, respondents, "the denominator is zero"));
        var influence = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) if (rows[i]) influence[i] = (numerator[i] - top / bottom * denominator[i]) / bottom;
        return new(top / bottom, influence, rows, respondents);
    }

    /// <summary>True for a sum that is zero, or what rounding leaves of numbers that cancel each other.</summary>
    /// <param name="size">Sum of the absolute values.</param>
    internal static bool IsNothing(double sum, double size) => Math.Abs(sum) <= 1e-14 * size;

    private static Estimate Finish(Design design, Linear estimate) =>
        estimate.Withheld ?? Linearisation.Of(design, estimate.Value, estimate.Influence, estimate.Respondents, estimate.Rows);

    /// <summary>An estimate before its variance: value, influence of each row, rows it is about.</summary>
    private readonly record struct Linear(double Value, double[] Influence, bool[] Rows, int Respondents, Estimate? Withheld = null);
}
