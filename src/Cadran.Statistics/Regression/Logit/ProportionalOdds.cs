using Cadran.Statistics.Comparison;

namespace Cadran.Statistics.Regression;

/// <summary>
/// Brant's test: does one coefficient per driver do for all thresholds of the ratings, as <see cref="OrdinalRegression"/> assumes?
/// </summary>
/// <param name="Categories">Response values that occur, ascending.</param>
/// <param name="Coefficients">For each cut between two categories, the log odds ratio of every column in a logistic regression of "above
/// the cut"; NaN for aliased columns.</param>
/// <param name="Overall">Wald χ² of equal coefficients, all columns, (categories − 2) per column degrees of
/// freedom; weights read as frequencies.</param>
/// <param name="Columns">The same for each column, NaN for aliased ones.</param>
/// <param name="UnderDesign">Overall test with the linearised covariance of the design: F = W·(d − q + 1)/(d·q) on q and d −
/// q + 1 degrees of freedom, d those of the design. The one to read when there are weights or clusters.</param>
/// <param name="ColumnsUnderDesign">The same for each column.</param>
/// <param name="Respondents">Rows used, unweighted.</param>
/// <param name="Suppressed">Why there is no test: fewer than three categories, or a cut that columns separate perfectly.</param>
/// <remarks>Small p means that a driver matters more at one end of the scale than at the other: read
/// <paramref name="Coefficients"/>, or use logistic regression at the cut that counts. With thousands of respondents trifling differences
/// are significant. Brant (1990); F: Korn and Graubard (1990). Oracle: R 4.2.2, the published algorithm on glm fits to epsilon 1e-15,
/// MASS::housing and cmt_synth, 1e-7.</remarks>
public sealed record ProportionalOdds(
    IReadOnlyList<int> Categories,
    IReadOnlyList<IReadOnlyList<double>> Coefficients,
    Significance Overall,
    IReadOnlyList<Significance> Columns,
    Significance UnderDesign,
    IReadOnlyList<Significance> ColumnsUnderDesign,
    int Respondents,
    Suppression? Suppressed = null)
{
    /// <summary>Tests the assumption for all columns together and for each.</summary>
    /// <param name="columns">Explanatory columns; a row with NaN in any of them is left out but keeps its cluster in the design.</param>
    /// <param name="response">Whole-number ratings; negative codes are no value and leave the row out.</param>
    /// <param name="design">The sample and its weights.</param>
    /// <exception cref="ArgumentException">No column, columns of unequal length, or an infinite value.</exception>
    public static ProportionalOdds Test(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> response, Design design)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(design);
        if (columns.Count == 0) throw new ArgumentException("The test needs a column.", nameof(columns));
        var patterns = OrdinalPatterns.Of(columns, response, design);
        var (categories, respondents) = (patterns.Categories, patterns.Rows.Length);
        if (categories.Length < 3)
            return Withheld(categories, columns.Count, respondents, $"{categories.Length} categories have no two cuts to compare");

        var cuts = new CumulativeLogit[categories.Length - 1];
        for (var m = 0; m < cuts.Length; m++)
        {
            cuts[m] = new CumulativeLogit(patterns.Columns, Array.ConvertAll(patterns.Category, c => c > m ? 1 : 0), patterns.Weights, 2);
            if (!cuts[m].Converged)
                return Withheld(categories, columns.Count, respondents, $"the columns separate ratings above {categories[m]} perfectly");
        }
        var test = new CutContrasts(cuts, columns.Count);
        var model = test.ModelCovariance(patterns);
        var (linearised, df, thin) = test.DesignCovariance(patterns, design);
        Significance Designed(int[] tested) => thin is null ? test.Wald(linearised, tested, df) : Significance.Not(thin);
        int[] all = [.. Enumerable.Range(0, columns.Count)];
        return new ProportionalOdds(categories, test.Slopes, test.Wald(model, all), [.. all.Select(j => test.Wald(model, [j]))],
            Designed(all), [.. all.Select(j => Designed([j]))], respondents);
    }

    private static ProportionalOdds Withheld(int[] categories, int columns, int respondents, string why)
    {
        var none = Significance.Not(SuppressionReason.Undefined, why);
        var each = Enumerable.Repeat(none, columns).ToArray();
        return new ProportionalOdds(categories, [], none, each, none, each, respondents, none.Suppressed);
    }
}
