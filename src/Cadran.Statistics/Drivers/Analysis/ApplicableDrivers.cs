using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Drivers;

/// <summary>
/// Drivers that do not apply to everybody, kept in one model with those that do: a centred score, and whether the question applies.
/// </summary>
/// <param name="Columns">For each driver its score minus the mean of those to whom it applies, 0 for the others; followed, where it does
/// not apply to all, by 1 for applies and 0 for not.</param>
/// <param name="DriverOf">Driver of each column.</param>
/// <param name="Centres">Weighted mean rating of each driver among those to whom it applies; NaN when it applies to nobody.</param>
/// <param name="Applies">Weighted share of the kept rows to whom each driver applies, in [0, 1]; NaN without rows.</param>
/// <param name="Kept">Rows in the model: an overall rating, and for every driver a rating or "does not apply".</param>
/// <remarks>A rating that does not apply has no true value to recover, so it is not imputed: <see cref="NoValue.NotApplicable"/>
/// and <see cref="NoValue.NotAsked"/> become the indicator. Don't know, refused and missing leave the row out. A slope is then the
/// effect of the rating among those to whom the question applies; the indicator's coefficient is how much more satisfied they are,
/// at an average rating, than the others. Biased where N/A hides dissatisfaction. Cohen and Cohen (1983), ch. 7. Oracle: R survey
/// 4.1-1 <c>svyglm</c> on the same columns, 1e-10.</remarks>
public sealed record ApplicableDrivers(
    IReadOnlyList<double[]> Columns, IReadOnlyList<int> DriverOf, IReadOnlyList<double> Centres, IReadOnlyList<double> Applies,
    IReadOnlyList<bool> Kept)
{
    private double[] Weights { get; init; } = [];

    private double[] Overall { get; init; } = [];

    private Design Sample { get; init; } = Design.SimpleRandom(0);

    /// <summary>Rows in the model, unweighted.</summary>
    public int Respondents => Kept.Count(k => k);

    /// <summary>The columns of a model in which a driver may not apply.</summary>
    /// <param name="data">Ratings and the sample.</param>
    /// <exception cref="ArgumentException">Columns of unequal length.</exception>
    public static ApplicableDrivers Of(DriverData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Check();
        var kept = new bool[data.Rows];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = data.Overall.Span[i] >= 0 && data.Design.Weight(i) > 0;
            foreach (var driver in data.Drivers) kept[i] &= driver.Span[i] >= 0 || Structural(driver.Span[i]);
        }
        double[] weights = [.. kept.Select((k, i) => k ? data.Design.Weight(i) : 0)];
        var (columns, driverOf, centres, shares) = (new List<double[]>(), new List<int>(), new List<double>(), new List<double>());
        for (var j = 0; j < data.Drivers.Count; j++)
        {
            var (score, applies, centre, share) = Split(data.Drivers[j].Span, weights);
            centres.Add(centre);
            shares.Add(share);
            columns.Add(score);
            driverOf.Add(j);
            if (!(share < 1)) continue;
            columns.Add(applies);
            driverOf.Add(j);
        }
        return new ApplicableDrivers(columns, driverOf, centres, shares, kept)
        {
            Weights = weights,
            Overall = [.. data.Overall.ToArray().Select((v, i) => kept[i] ? (double)v : 0)],
            Sample = data.Design,
        };
    }

    /// <summary>Weighted least squares of the overall rating on the columns, with errors under the design.</summary>
    /// <returns>Coefficients: intercept, then the columns. NaN errors where the design allows none.</returns>
    public (LinearFit Fit, double[] DesignErrors) Fit()
    {
        var fit = LinearRegression.Fit([.. Columns.Select(c => (ReadOnlyMemory<double>)c)], Overall, Weights);
        return (fit, fit.DesignErrors(Sample));
    }

    /// <summary>
    /// Importance of each driver, score and indicator together (Shapley value of the pair): comparable between drivers that apply
    /// to few and to all.
    /// </summary>
    /// <exception cref="InvalidOperationException">Fewer than two rows.</exception>
    public GroupedImportance Importance()
    {
        if (Respondents < 2) throw new InvalidOperationException($"Importance needs two rows, there are {Respondents}.");
        var r = PairwiseCorrelation.Of([.. Columns.Append(Overall).Select(c => (ReadOnlyMemory<double>)c)], Weights).Correlation;
        var (drivers, overall) = RelativeImportance.Split(r);
        return GroupedImportance.FromCorrelation(drivers, overall, DriverOf);
    }

    private static bool Structural(sbyte code) => code is (sbyte)NoValue.NotApplicable or (sbyte)NoValue.NotAsked;

    private static (double[] Score, double[] Applies, double Centre, double Share) Split(ReadOnlySpan<sbyte> ratings, double[] weights)
    {
        var (sum, weight, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            if (ratings[i] < 0) continue;
            weight += weights[i];
            sum += weights[i] * ratings[i];
        }
        var centre = sum / weight;
        var (score, applies) = (new double[weights.Length], new double[weights.Length]);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0 || ratings[i] < 0) continue;
            score[i] = ratings[i] - centre;
            applies[i] = 1;
        }
        return (score, applies, centre, weight / total);
    }
}
