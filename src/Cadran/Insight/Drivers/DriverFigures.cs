using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>The driver analysis in the terms of the contract: complete cases on overall and drivers, importance, thresholds, priorities.</summary>
internal static class DriverFigures
{
    public sealed record Found(DriverResult Drivers, ThresholdResult Thresholds, IReadOnlyList<PriorityResult> Priorities, Priorities? Matrix);

    public static Found Of(AnalysisData data, AnalysisOptions options)
    {
        int[] marks = [.. data.Drivers.Select(options.PassAtFor)];
        int? passAt = data.OneDriverScale ? marks[0] : null;
        if (data.Overall is not { } overall || data.Drivers.Count == 0) return Nothing(passAt, "no overall rating with drivers", null, null);
        DriverGrid grid = DriverGrid.Of(overall, data.Drivers);
        var analysis = DriverAnalysis.Run(grid.Data(data), grid.Options(marks, options));
        if (SmallCells.Primary(analysis.Respondents, options.MinimumCell) is { } few) return Nothing(passAt, SuppressionText.Of(few), null, null);
        if (analysis is { Suppressed: { } why, Regression: null }) return Nothing(passAt, Reason(why), analysis.Respondents, why);

        string[] codes = [.. data.Drivers.Select(d => d.Code)];
        var matrix = analysis.Priorities;
        return new(Drivers(analysis, codes, grid), ThresholdFigures.Of(analysis, codes, passAt, options.MinimumCell),
            matrix is null ? [] : Places(matrix, codes), matrix);
    }

    private static Found Nothing(int? passAt, string suppressed, int? n, DriverSuppression? reason) =>
        new(new(n, null, null, null, [], []) { Suppressed = suppressed, Reason = reason }, new(passAt, [], []), [], null);

    private static string Reason(DriverSuppression why) => why switch
    {
        DriverSuppression.TooFewCompleteCases => "fewer complete cases than drivers plus two",
        DriverSuppression.OverallDoesNotVary => "the overall rating does not vary",
        DriverSuppression.NothingExplained => "the drivers explain nothing of the overall rating",
        _ => "no driver varies",
    };

    private static DriverResult Drivers(DriverAnalysis analysis, string[] codes, DriverGrid grid)
    {
        var regression = analysis.Regression!;
        var coefficients = regression.Coefficients.Select((c, j) => Coefficient(codes[j], c, grid.Slope(j))).ToList();
        if (grid.KeepsRatings) coefficients.Add(Coefficient("(Intercept)", regression.Intercept, 1));
        return new(analysis.Respondents, Number(regression.RSquared), Number(regression.ConditionIndex), analysis.Separability?.Separable, coefficients,
            [.. analysis.Importance.Select((d, j) => new ImportanceResult(codes[j], d.Lmg, d.Share, d.Johnson, Number(d.Low), Number(d.High), d.Rank, d.RankLow, d.RankHigh) { TiedWithNext = d.TiedWithNext })])
        {
            RankEntropy = analysis.Separability?.RankEntropy ?? double.NaN,
            Suppressed = analysis.Suppressed is { } why ? Reason(why) : null,
            Reason = analysis.Suppressed,
        };
    }

    private static CoefficientResult Coefficient(string code, DriverCoefficient c, double slope) =>
        new(code, Number(c.Estimate * slope), Number(c.StandardError * slope), Number(c.Standardised), Number(c.Vif));

    private static PriorityResult[] Places(Priorities matrix, string[] codes) =>
        [.. matrix.Drivers.Select((d, j) => new PriorityResult(codes[j], d.Importance, d.Score, Name(d.Quadrant), Number(d.Probability)) { Place = d.Quadrant })];

    private static string Name(Quadrant quadrant) => quadrant switch
    {
        Quadrant.ImproveFirst => "improve-first",
        Quadrant.Maintain => "maintain",
        Quadrant.Watch => "watch",
        _ => "possible-overkill",
    };

    internal static double? Number(double value) => double.IsFinite(value) ? value : null;
}
