namespace Cadran.Statistics.Regression;

/// <summary>
/// Fits <see cref="LogisticFit"/>: the proportional-odds model with two categories, its threshold turned into an intercept.
/// </summary>
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
            if (outcome[i] > 1)
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome[i], $"Row {i}: an outcome is 0, 1 or negative.");
        var fit = OrdinalRegression.Fit(columns, outcome, design);
        var thresholds = fit.Thresholds.Count == 0 ? [double.NaN] : fit.Thresholds;
        double[] coefficients = [-thresholds[0], .. fit.Coefficients];
        double[] Pad(IReadOnlyList<double> errors) => errors.Count == coefficients.Length ? [.. errors] : [double.NaN, .. errors];
        return new LogisticFit(coefficients, Pad(fit.ModelErrors), Pad(fit.DesignErrors), fit.LogLikelihood, fit.NullLogLikelihood,
            fit.Respondents, fit.Suppressed)
        {
            DegreesOfFreedom = fit.DegreesOfFreedom,
        };
    }
}
