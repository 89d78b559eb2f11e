using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Fieldwork;

/// <summary>
/// Does the score depend on how hard people were to get? Those who needed most reminders stand in for those who never answered.
/// </summary>
/// <param name="ByEffort">Mean at each level of effort that occurs, ascending.</param>
/// <param name="Slope">Change of the mean per reminder, linearised under the design.</param>
/// <param name="Trend">t of the slope, with clusters minus strata minus one degrees of freedom.</param>
/// <remarks>A slope says that more effort would have moved the result; no slope does not prove that silence is harmless. Oracle: R survey
/// 4.1 <c>svyglm</c>, <c>svyby</c>; 1e-9.</remarks>
public sealed record LevelOfEffort(IReadOnlyList<(int Reminders, Estimate Mean)> ByEffort, Estimate Slope, Significance Trend)
{
    /// <summary>Means by number of reminders, and the change per reminder.</summary>
    /// <param name="design">The sample.</param>
    /// <param name="values">What is measured, NaN for no answer.</param>
    /// <param name="reminders">Contacts each respondent needed, 0 or more.</param>
    /// <returns>Slope and trend suppressed when effort does not vary or the design allows no error.</returns>
    /// <exception cref="ArgumentException">Columns of another length, an infinite value, a negative number of reminders.</exception>
    public static LevelOfEffort Of(Design design, double[] values, int[] reminders)
    {
        if (reminders.Length != design.Rows)
            throw new ArgumentException($"{reminders.Length} reminders for {design.Rows} rows.", nameof(reminders));
        foreach (var r in reminders) ArgumentOutOfRangeException.ThrowIfNegative(r, nameof(reminders));
        var rows = Numeric.Present(design, values, null, out var respondents);
        (int, Estimate)[] each = [.. reminders.Where((_, i) => rows[i]).Distinct().Order()
            .Select(level => (level, Numeric.Mean(design, values, [.. reminders.Select(r => r == level)])))];
        if (Numeric.Thin(design, rows, respondents) is { } thin) return new(each, thin, Significance.Not(thin.Suppressed!.Reason));
        double[] weights = [.. rows.Select((present, i) => present ? design.Weight(i) : 0)];
        var fit =
            LinearRegression.Fit([reminders.Select(r => (double)r).ToArray()], [.. values.Select((v, i) => rows[i] ? v : 0)], weights);
        double error = fit.DesignErrors(design)[1], df = new Presence(design, rows).DegreesOfFreedom - 1;
        if (double.IsNaN(error) || !(df > 0))
            return new(
                each, Estimate.Withheld(SuppressionReason.Undefined, respondents, "effort does not vary, or the design allows no error"),
                Significance.Not(SuppressionReason.Undefined));
        var slope = new Estimate(fit.Coefficients[1], error, df, respondents);
        return new(each, slope, Significance.Student(slope));
    }
}
