using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// Importance of drivers in the proportional-odds model: what each adds to McFadden's R², averaged over all orders
/// of entry (Shapley value).
/// </summary>
/// <param name="McFadden">1 − logLik/null of all drivers together, in [0, 1): a lower scale than R².</param>
/// <param name="Values">In the order of the columns; at least 0 up to rounding, sums to <paramref name="McFadden"/>.</param>
/// <param name="Shares">The same as shares of the total, summing to 1; all 0 when nothing is explained.</param>
/// <param name="Respondents">Rows used, unweighted.</param>
/// <param name="Suppressed">Why there is none: a response that does not vary, or columns that separate it
/// perfectly. Values are NaN when set.</param>
/// <remarks>The check on LMG when ratings are few and lopsided: it does not take steps of the scale as equal. Fits 2^p models. No error is
/// given; shares differ from LMG's by a few points as a rule. Oracle: R ordinal 2022.11-16 <c>clm</c> on all
/// subsets (Golden/ordimp.R), 1e-8.</remarks>
public sealed record OrdinalImportance(double McFadden, IReadOnlyList<double> Values, IReadOnlyList<double> Shares, int Respondents,
    Suppression? Suppressed = null)
{
    /// <summary>Most drivers: 4,096 fits.</summary>
    public const int MaximumDrivers = 12;

    /// <summary>Shares of McFadden's R² by column.</summary>
    /// <param name="columns">Explanatory columns; a row with NaN in any of them is left out.</param>
    /// <param name="response">Whole-number ratings; negative codes are no value and leave the row out.
    /// Two categories make it logistic.</param>
    /// <param name="design">The sample, for its weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">No column or more than <see cref="MaximumDrivers"/>.</exception>
    /// <exception cref="ArgumentException">Columns of unequal length, or an infinite value.</exception>
    public static OrdinalImportance Of(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> response, Design design)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(design);
        var p = columns.Count;
        if (p is < 1 or > MaximumDrivers)
            throw new ArgumentOutOfRangeException(nameof(columns), p, $"Between 1 and {MaximumDrivers} columns.");
        var patterns = OrdinalPatterns.Of(columns, response, design);
        var respondents = patterns.Rows.Length;
        if (patterns.Categories.Length < 2) return Withheld(p, respondents, "the response does not vary");

        var explained = new double[1 << p];
        Parallel.For(1, 1 << p, set =>
        {
            var model =
                new CumulativeLogit([.. patterns.Columns.Where((_, j) => (set >> j & 1) == 1)], patterns.Category, patterns.Weights,
                patterns.Categories.Length);
            explained[set] = model.Converged ? 1 - (model.LogLikelihood / model.NullLogLikelihood) : double.NaN;
        });
        if (Array.Exists(explained, double.IsNaN)) return Withheld(p, respondents, "the columns separate the ratings perfectly");
        var values = Shapley(explained, p);
        return new OrdinalImportance(explained[^1], values, RelativeImportance.Shares(values), respondents);
    }

    private static double[] Shapley(double[] value, int p)
    {
        var weight = GraySweep.Weights(p);
        var shares = new double[p];
        for (var set = 0; set < value.Length; set++)
            for (var j = 0; j < p; j++)
                if ((set >> j & 1) == 0) shares[j] += weight[int.PopCount(set)] * (value[set | 1 << j] - value[set]);
        return shares;
    }

    private static OrdinalImportance Withheld(int columns, int respondents, string why)
    {
        double[] nothing = [.. Enumerable.Repeat(double.NaN, columns)];
        return new OrdinalImportance(double.NaN, nothing, nothing, respondents, new Suppression(SuppressionReason.Undefined, why));
    }
}
