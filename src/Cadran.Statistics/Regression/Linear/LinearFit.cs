using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Regression;

/// <summary>Weighted least squares on real-valued columns.</summary>
/// <param name="Coefficients">Intercept first when there is one, then the columns in order. NaN for a column that is constant
/// or an exact combination of earlier ones.</param>
/// <param name="ModelErrors">Standard errors under independent errors of variance sigma²/weight, as R's <c>lm</c>.</param>
/// <param name="RSquared">Share of the (weighted) variance explained; about zero instead of the mean without intercept.</param>
/// <param name="ResidualDeviation">sqrt(weighted residual sum of squares / degrees of freedom).</param>
/// <param name="DegreesOfFreedom">Rows with positive weight minus coefficients estimated.</param>
/// <param name="Residuals">Observed minus fitted, unweighted.</param>
public sealed record LinearFit(
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> ModelErrors,
    double RSquared,
    double ResidualDeviation,
    int DegreesOfFreedom,
    IReadOnlyList<double> Residuals)
{
    /// <summary>1 - (1-R²)(n-1)/df (n instead of n-1 without intercept).</summary>
    public double AdjustedRSquared { get; internal init; }

    /// <summary>Variance inflation factor of each column; infinite for aliased ones.</summary>
    public IReadOnlyList<double> Vif { get; internal init; } = [];

    /// <summary>sqrt(largest / each eigenvalue) of the columns' correlation matrix, ascending; above 30 is severe.</summary>
    public IReadOnlyList<double> ConditionIndices { get; internal init; } = [];

    /// <summary>Coefficients of the columns (no intercept) in standard deviations.</summary>
    public IReadOnlyList<double> Standardised { get; internal init; } = [];

    internal double[,] Bread { get; init; } = new double[0, 0];

    internal double[][] Terms { get; init; } = [];

    internal double[] Weights { get; init; } = [];

    /// <summary>Design-based standard errors of the coefficients: linearised, clusters within strata, as R's <c>svyglm</c>.</summary>
    /// <param name="design">The sample, with the weights the fit was made with; rows fitted with weight zero
    /// are outside the domain.</param>
    /// <returns>NaN for aliased columns, and throughout when the design's policy refuses a lone cluster.</returns>
    /// <exception cref="ArgumentException">A design of another number of rows than the fit.</exception>
    public double[] DesignErrors(Design design) => Covariance(design).Errors;

    /// <summary>
    /// Each coefficient with its design-based error and degrees of freedom (clusters minus strata, plus one, minus the
    /// coefficients), as R's <c>svyglm</c>.
    /// </summary>
    /// <param name="design">The sample, with the weights the fit was made with; rows fitted with weight zero
    /// are outside the domain.</param>
    /// <returns>Suppressed for aliased columns, and throughout when the design allows no error.</returns>
    /// <exception cref="ArgumentException">A design of another number of rows than the fit.</exception>
    public IReadOnlyList<Estimate> Estimates(Design design)
    {
        var (errors, v) = Covariance(design);
        var terms = Coefficients.Count(c => !double.IsNaN(c));
        return [.. Coefficients.Select(
            (c, j) => Coefficient.Of(c, errors[j], v.DegreesOfFreedom + 1 - terms, Weights.Count(w => w > 0), v.Suppressed))];
    }

    private (double[] Errors, LinearisedCovariance Covariance) Covariance(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Rows != Residuals.Count)
            throw new ArgumentException($"The design has {design.Rows} rows, the fit {Residuals.Count}.", nameof(design));
        var influence = Coefficients.Select((_, j) =>
        {
            var column = new double[design.Rows];
            for (var i = 0; i < column.Length; i++)
            {
                if (Weights[i] == 0) continue;
                for (var k = 0; k < Coefficients.Count; k++) column[i] += Bread[j, k] * Terms[k][i];
                column[i] *= Residuals[i];
            }
            return column;
        }).ToArray();
        var v = Linearisation.Covariance(design, influence, [.. Weights.Select(w => w > 0)]);
        return ([.. Coefficients.Select((c, j) => double.IsNaN(c) ? double.NaN : Math.Sqrt(Math.Max(0, v.Covariance[j, j])))], v);
    }
}
