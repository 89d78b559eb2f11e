namespace Cadran.Statistics.Regression;

/// <summary>Logistic regression of a yes/no outcome under the design.</summary>
/// <param name="Coefficients">Intercept, then log odds ratio per unit of each column; NaN for an exact combination of earlier columns.</param>
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

    /// <summary>Each coefficient (the intercept first) with its design error and degrees of freedom: <c>Estimates[1].Interval()</c> is the interval of the
    /// first column's log odds ratio, and e to its limits that of the odds ratio. Suppressed where there is no fit, no error or no such column.</summary>
    public IReadOnlyList<Estimate> Estimates =>
        [.. Coefficients.Select((b, j) => Coefficient.Of(b, DesignErrors[j], DegreesOfFreedom, Respondents, Suppressed))];
}

/// <summary>Fits <see cref="LogisticFit"/>: the proportional-odds model with two categories, its threshold turned into an intercept.</summary>
public static class LogisticRegression
{
    /// <summary>Fits the model by Newton's method, with errors under the design.</summary>
    /// <param name="columns">Explanatory columns; a row with NaN is left out but keeps its cluster in the design.</param>
    /// <param name="outcome">1 for yes, 0 for no, negative for no value.</param>
    /// <param name="design">The sample and its weights.</param>
    /// <exception cref="ArgumentException">Columns of unequal length, an infinite value, or an outcome above 1.</exception>
    public static LogisticFit Fit(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> outcome, Design design)
    {
        for (var i = 0; i < outcome.Length; i++)
            if (outcome[i] > 1) throw new ArgumentOutOfRangeException(nameof(outcome), outcome[i], $"Row {i}: an outcome is 0, 1 or negative.");
        var fit = OrdinalRegression.Fit(columns, outcome, design);
        var thresholds = fit.Thresholds.Count == 0 ? [double.NaN] : fit.Thresholds;
        double[] coefficients = [-thresholds[0], .. fit.Coefficients];
        double[] Pad(IReadOnlyList<double> errors) => errors.Count == coefficients.Length ? [.. errors] : [double.NaN, .. errors];
        return new LogisticFit(coefficients, Pad(fit.ModelErrors), Pad(fit.DesignErrors), fit.LogLikelihood, fit.NullLogLikelihood, fit.Respondents, fit.Suppressed)
        {
            DegreesOfFreedom = fit.DegreesOfFreedom,
        };
    }
}
