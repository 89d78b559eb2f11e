using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Estimation;

/// <summary>A weighted quantile with its Woodruff interval.</summary>
/// <param name="Value">Smallest value at which the weighted distribution reaches the probability.</param>
/// <param name="StandardError">Width of the interval over twice Student's t; NaN when a limit falls outside the data's reach, or
/// the quantile is the largest value.</param>
/// <param name="DegreesOfFreedom">Clusters minus strata among the rows that count.</param>
/// <param name="Respondents">Rows with a value in the domain, unweighted.</param>
/// <param name="Interval">Woodruff limits; null when suppressed, when a limit of the proportion leaves [0, 1], or
/// at the largest value.</param>
/// <param name="Suppressed">Why there is no quantile, or null. Numbers are NaN when set.</param>
/// <remarks>Inverse of the distribution function, no interpolation. Oracle: R survey 4.1 <c>svyquantile(qrule =
/// "math", interval.type = "mean")</c>.</remarks>
public sealed record Quantile(double Value, double StandardError, double DegreesOfFreedom, int Respondents, Interval? Interval,
    Suppression? Suppressed = null)
{
    /// <summary>The median, or another quantile, of the rows that have a value.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="probability">In (0, 1); 0.5 for the median.</param>
    /// <param name="confidence">Of the Woodruff interval, in (0, 1).</param>
    /// <param name="domain">Rows the quantile is about, all when null.</param>
    public static Quantile Of(Design design, ReadOnlySpan<double> values, double probability, double confidence = 0.95,
        bool[]? domain = null)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile's probability lies between 0 and 1.");
        Statistics.Interval.CheckConfidence(confidence);
        var rows = Numeric.Present(design, values, domain, out var respondents);
        if (Numeric.Thin(design, rows, respondents) is { } thin) return Withheld(thin);
        var (sorted, cumulative) = Distribution(design, values, rows);
        var value = Inverse(sorted, cumulative, probability);
        var share = Numeric.Mean(design, AtMost(values, rows, value), rows);
        if (share.Suppressed is not null) return Withheld(share);
        // Everybody is at or below the largest value: that says nothing of how far it might have been.
        var largest = value == sorted[^1] && value > sorted[0];
        // All are alike, or every cluster is: the sample shows no error.
        if (!largest && share.Interval(confidence) is null) return new(value, 0, share.DegreesOfFreedom, respondents, null);
        if (largest || share.Interval(confidence) is not { Low: >= 0, High: <= 1 } limits)
            return new(value, double.NaN, share.DegreesOfFreedom, respondents, null);
        var interval = new Interval(Inverse(sorted, cumulative, limits.Low), Inverse(sorted, cumulative, limits.High));
        var t = StudentT.Quantile(0.5 + confidence / 2, share.DegreesOfFreedom);
        return new(value, interval.Width / (2 * t), share.DegreesOfFreedom, respondents, interval);
    }

    /// <summary>Quantile of one domain minus that of another, same sample; domains may share clusters and rows.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">NaN for no value.</param>
    /// <param name="probability">In (0, 1); 0.5 for the difference of medians.</param>
    /// <param name="domain">Rows of the first quantile.</param>
    /// <param name="minus">Rows of the one taken off.</param>
    /// <param name="confidence">Of the Woodruff intervals from which the densities come, in (0, 1).</param>
    /// <returns>Degrees of freedom as <see cref="Numeric.Difference"/>. Undefined when a quantile has no Woodruff error.</returns>
    /// <remarks>Linearised: the influence of a row on a quantile is that on the share at it, over the density there (Francisco and Fuller
    /// 1991); the density is the error of the share over Woodruff's error of the quantile. Oracle: R survey 4.1 <c>svytotal</c> and
    /// <c>svycontrast</c> of the shares, <c>svyquantile</c>; Golden/awkward.R, 1e-10.</remarks>
    public static Estimate Difference(Design design, ReadOnlySpan<double> values, double probability, bool[] domain, bool[] minus,
        double confidence = 0.95)
    {
        Quantile first = Of(design, values, probability, confidence, domain), second = Of(design, values, probability, confidence, minus);
        var respondents = Math.Min(first.Respondents, second.Respondents);
        if ((first.Suppressed ?? second.Suppressed) is { } why) return Estimate.Withheld(why, respondents);
        if (double.IsNaN(first.StandardError + second.StandardError))
            return Estimate.Withheld(SuppressionReason.Undefined, respondents, "a quantile too near the end of the data to have an error");
        double[] influence = new double[design.Rows], other = new double[design.Rows];
        bool[] rows = first.Influence(design, values, domain, influence), others = second.Influence(design, values, minus, other);
        for (var i = 0; i < influence.Length; i++) (influence[i], rows[i]) = (influence[i] - other[i], rows[i] || others[i]);
        return Linearisation.Of(design, first.Value - second.Value, influence, respondents, rows).LessOneDegree();
    }

    /// <summary>Fills in what each row of the domain does to the quantile; returns the rows that count.</summary>
    private bool[] Influence(Design design, ReadOnlySpan<double> values, bool[] domain, double[] influence)
    {
        var rows = Numeric.Present(design, values, domain, out _);
        var below = AtMost(values, rows, Value);
        var share = Numeric.Mean(design, below, rows);
        if (share.StandardError == 0) return rows;
        double weight = 0;
        for (var i = 0; i < rows.Length; i++) if (rows[i]) weight += design.Weight(i);
        for (var i = 0; i < rows.Length; i++)
            if (rows[i]) influence[i] = -(below[i] - share.Value) / weight * StandardError / share.StandardError;
        return rows;
    }

    private static double[] AtMost(ReadOnlySpan<double> values, bool[] rows, double value)
    {
        var below = new double[values.Length];
        for (var i = 0; i < below.Length; i++) below[i] = rows[i] && values[i] <= value ? 1 : 0;
        return below;
    }

    private static Quantile Withheld(Estimate why) => new(double.NaN, double.NaN, 0, why.Respondents, null, why.Suppressed);

    private static (double[] Values, double[] Cumulative) Distribution(Design design, ReadOnlySpan<double> values, bool[] rows)
    {
        var kept = new List<(double Value, double Weight)>();
        for (var i = 0; i < rows.Length; i++) if (rows[i] && design.Weight(i) > 0) kept.Add((values[i], design.Weight(i)));
        kept.Sort((a, b) => a.Value.CompareTo(b.Value));
        var cumulative = new double[kept.Count];
        double sum = 0;
        for (var i = 0; i < kept.Count; i++) cumulative[i] = sum += kept[i].Weight;
        return ([.. kept.Select(k => k.Value)], cumulative);
    }

    private static double Inverse(double[] sorted, double[] cumulative, double probability)
    {
        var target = probability * cumulative[^1];
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            // Rounding of a long sum must not push an exact boundary to the next value.
            if (cumulative[middle] >= target - 1e-12 * cumulative[^1]) high = middle; else low = middle + 1;
        }
        return sorted[low];
    }
}
