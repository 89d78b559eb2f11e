namespace Cadran.Statistics.Estimation;

/// <summary>Pools one estimate over several completed data sets by Rubin's rules.</summary>
/// <param name="Between">Variance of the estimates between data sets.</param>
/// <param name="RelativeIncrease">r: increase of variance from what is missing, relative to the variance within.</param>
/// <param name="Fraction">λ: share of the total variance that comes from what is missing, in [0, 1].</param>
/// <param name="ClassicDegreesOfFreedom">(m − 1)/λ², before Barnard and Rubin's adjustment for small complete samples.</param>
/// <param name="Estimate">The pooled estimate, with adjusted degrees of freedom.</param>
/// <remarks>Rubin (1987); Barnard and Rubin (1999). Oracle: R 4.2.</remarks>
public sealed record MultipleImputation(
    double Between, double RelativeIncrease, double Fraction, double ClassicDegreesOfFreedom, Estimate Estimate)
{
    /// <summary>One estimate, with an error that knows what is missing.</summary>
    /// <param name="completed">The estimate from each completed data set, two or more; suppressed if any is. Its degrees of
    /// freedom are those of complete data.</param>
    public static MultipleImputation Pool(IReadOnlyList<Estimate> completed)
    {
        var m = completed.Count;
        if (m < 2) throw new ArgumentException($"{m} completed data sets; pooling needs two.", nameof(completed));
        var respondents = completed.Min(e => e.Respondents);
        if (completed.FirstOrDefault(e => e.Suppressed is not null) is { } withheld)
            return new(double.NaN, double.NaN, double.NaN, double.NaN, Estimate.Withheld(withheld.Suppressed!, respondents));
        if (completed.FirstOrDefault(e => !double.IsFinite(e.Value + e.Variance) || !(e.DegreesOfFreedom > 0)) is { } odd)
            throw new ArgumentException(
                $"An estimate of {odd.Value} with error {odd.StandardError} and {odd.DegreesOfFreedom} degrees of freedom "
                + "cannot be pooled.", nameof(completed));
        double value = completed.Average(e => e.Value), within = completed.Average(e => e.Variance),
            complete = completed.Min(e => e.DegreesOfFreedom);
        double between = completed.Sum(e => (e.Value - value) * (e.Value - value)) / (m - 1), extra = (1 + 1.0 / m) * between,
            total = within + extra;
        double lambda = total > 0 ? extra / total : 0, classic = (m - 1) / (lambda * lambda);
        var observed = double.IsPositiveInfinity(complete)
            ? double.PositiveInfinity : (complete + 1) / (complete + 3) * complete * (1 - lambda);
        var df = lambda == 0 ? observed : 1 / (1 / classic + 1 / observed);
        return new(between, within > 0 ? extra / within : extra > 0 ? double.PositiveInfinity : 0, lambda, classic,
            new(value, Math.Sqrt(total), df, respondents));
    }
}
