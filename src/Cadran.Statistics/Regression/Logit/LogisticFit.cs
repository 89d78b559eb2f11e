namespace Cadran.Statistics.Regression;

/// <summary>Logistic regression of a yes/no outcome under the design.</summary>
/// <param name="Coefficients">Intercept, then log odds ratio per unit of each column; NaN for an exact
/// combination of earlier columns.</param>
/// <param name="ModelErrors">From the curvature of the likelihood, weights read as frequencies.</param>
/// <param name="DesignErrors">Linearised under the design, as R's <c>svyglm</c> with <c>quasibinomial</c>.</param>
/// <param name="LogLikelihood">Weighted.</param>
/// <param name="NullLogLikelihood">Of the intercept alone.</param>
/// <param name="Respondents">Rows used, unweighted.</param>
/// <param name="Suppressed">Why there is no fit: an outcome that does not vary, or perfect separation. Numbers are NaN when set.</param>
/// <remarks>Oracle: survey 4.1-1 <c>svyglm</c> on cmt_synth and apistrat.</remarks>
public sealed record LogisticFit(
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> ModelErrors,
    IReadOnlyList<double> DesignErrors,
    double LogLikelihood,
    double NullLogLikelihood,
    int Respondents,
    Suppression? Suppressed = null)
{
    /// <summary>Clusters minus strata among the rows used, minus the columns estimated: as R's <c>svyglm</c>.</summary>
    public double DegreesOfFreedom { get; internal init; } = double.NaN;

    /// <summary>
    /// Each coefficient (the intercept first) with its design error and degrees of freedom: <c>Estimates[1].Interval()</c> is the
    /// interval of the first column's log odds ratio, and e to its limits that of the odds ratio. Suppressed where there is no fit,
    /// no error or no such column.
    /// </summary>
    public IReadOnlyList<Estimate> Estimates =>
        [.. Coefficients.Select((b, j) => Coefficient.Of(b, DesignErrors[j], DegreesOfFreedom, Respondents, Suppressed))];
}
