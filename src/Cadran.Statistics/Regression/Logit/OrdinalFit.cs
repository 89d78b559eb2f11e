namespace Cadran.Statistics.Regression;

/// <summary>Proportional-odds model: logit P(Y ≤ category c) = threshold_c - x'beta; a positive coefficient means better ratings.</summary>
/// <param name="Categories">Response values that occur, ascending.</param>
/// <param name="Thresholds">One fewer than the categories, increasing.</param>
/// <param name="Coefficients">Log odds ratio per unit of each column; NaN for an exact combination of earlier columns.</param>
/// <param name="ModelErrors">Thresholds, then coefficients: from the curvature of the likelihood, weights read
/// as frequencies (R <c>clm</c>).</param>
/// <param name="DesignErrors">The same by linearisation under the design (R <c>svyglm</c>, <c>svyolr</c>).</param>
/// <param name="LogLikelihood">Weighted.</param>
/// <param name="NullLogLikelihood">Of the thresholds alone.</param>
/// <param name="Respondents">Rows used, unweighted.</param>
/// <param name="Suppressed">Why there is no fit: a response that does not vary, or ratings that columns separate
/// perfectly. Numbers are NaN when set.</param>
/// <remarks>Oracle: ordinal 2022.11-16 <c>clm</c> on MASS::housing, ordinal::wine and cmt_synth, 1e-7; survey 4.1-1 <c>svyolr</c> on
/// apiclus1, 1e-4 and errors 1e-3 (the precision of its optimiser and Hessian).</remarks>
public sealed record OrdinalFit(
    IReadOnlyList<int> Categories,
    IReadOnlyList<double> Thresholds,
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> ModelErrors,
    IReadOnlyList<double> DesignErrors,
    double LogLikelihood,
    double NullLogLikelihood,
    int Respondents,
    Suppression? Suppressed = null)
{
    /// <summary>Clusters minus strata among the rows used, minus the columns estimated: as R's <c>svyolr</c> and <c>svyglm</c>.</summary>
    public double DegreesOfFreedom { get; internal init; } = double.NaN;

    /// <summary>
    /// Each coefficient with its design error and degrees of freedom: <c>Estimates[0].Interval()</c> is the interval of a log odds
    /// ratio, and e to its limits that of the odds ratio. Suppressed where there is no fit, no error or no such column.
    /// </summary>
    public IReadOnlyList<Estimate> Estimates =>
        [.. Coefficients.Select(
            (b, j) => Coefficient.Of(b, DesignErrors[^(Coefficients.Count - j)], DegreesOfFreedom, Respondents, Suppressed))];

    /// <summary>McFadden's 1 - logLik/null, in [0, 1): a stand-in for R², on a lower scale.</summary>
    public double McFadden => 1 - (LogLikelihood / NullLogLikelihood);

    /// <summary>
    /// Nagelkerke's R²: likelihood ratio per respondent, rescaled to reach 1. The likelihood is weighted, so a
    /// respondent counts by weight.
    /// </summary>
    public double Nagelkerke =>
        (1 - Math.Exp(2 * (NullLogLikelihood - LogLikelihood) / SumOfWeights)) / (1 - Math.Exp(2 * NullLogLikelihood / SumOfWeights));

    internal double SumOfWeights { get; init; } = double.NaN;

    /// <summary>Probability of each category at the values of the columns; sums to 1. NaN when suppressed.</summary>
    /// <param name="values">One per column of the fit.</param>
    /// <exception cref="ArgumentException">Another number of values than of columns.</exception>
    public double[] Probabilities(ReadOnlySpan<double> values)
    {
        if (values.Length != Coefficients.Count)
            throw new ArgumentException($"{values.Length} values for {Coefficients.Count} columns.", nameof(values));
        var eta = 0.0;
        for (var j = 0; j < values.Length; j++)
            if (!double.IsNaN(Coefficients[j])) eta += Coefficients[j] * values[j];
        var probabilities = new double[Categories.Count];
        if (Suppressed is not null)
        {
            Array.Fill(probabilities, double.NaN);
            return probabilities;
        }
        var below = 0.0;
        for (var c = 0; c < probabilities.Length; c++)
        {
            var upTo = c < Thresholds.Count ? CumulativeLogit.Logistic(Thresholds[c] - eta) : 1;
            probabilities[c] = upTo - below;
            below = upTo;
        }
        return probabilities;
    }
}
