using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>
/// The driver analysis in the terms of results: complete cases on overall and drivers, importance, thresholds, priorities. What it
/// says of complete cases stands beside what scores say of everybody, so that it must not give away those who left something out.
/// </summary>
internal static class DriverFigures
{
    public static DriverFindings Of(AnalysisData data, AnalysisOptions options)
    {
        int[] marks = [.. data.Drivers.Select(options.PassAtFor)];
        int? passAt = data.OneDriverScale ? marks[0] : null;
        if (data.Overall is not { } overall || data.Drivers.Count == 0) return Nothing(passAt, "no overall rating with drivers", null,
            null);
        var grid = DriverGrid.Of(overall, data.Drivers);
        var analysis = DriverAnalysis.Run(grid.Data(data), grid.Options(marks, options));
        var cases = new CompleteCases(data, new CountedPeople(data.Design));
        if (options.Policy.Alone(cases.Number) is { } few) return Nothing(passAt, SuppressionText.Of(few), null, null);
        if (analysis is { Suppressed: { } why, Regression: null })
            // That everybody rated alike tells what each said, where they are few.
            return why != DriverSuppression.TooFewCompleteCases && options.Policy.Unanimous(cases.Number) is { } alike
                ? Nothing(passAt, SuppressionText.Of(alike), null, null)
                : Nothing(passAt, Reason(why), analysis.Respondents, why);

        string[] codes = [.. data.Drivers.Select(d => d.Code)];
        var places = analysis.Priorities is { } matrix ? Places(matrix, codes, cases, options.Policy) : [];
        return new(Drivers(analysis, codes, grid), ThresholdFigures.Of(analysis, codes, passAt, cases.Failing(marks), options.Policy),
            places,
            analysis.Priorities is { } lines ? new(lines.ImportanceLine, places.All(p => p.Score is not null) ? lines.ScoreLine : null)
                : null);
    }

    private static DriverFindings Nothing(int? passAt, string suppressed, int? n, DriverSuppression? reason) =>
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
        return new(analysis.Respondents, Number(regression.RSquared), Number(regression.ConditionIndex), analysis.Separability?.Separable,
            coefficients, [.. analysis.Importance.Select((d, j) => Importance(d, codes[j]))])
        {
            RankEntropy = analysis.Separability?.RankEntropy ?? double.NaN,
            Suppressed = analysis.Suppressed is { } why ? Reason(why) : null,
            Reason = analysis.Suppressed,
        };
    }

    private static ImportanceResult Importance(DriverImportance d, string code) =>
        new(code, d.Lmg, d.Share, d.Johnson, Number(d.Low), Number(d.High), d.Rank, d.RankLow, d.RankHigh)
        {
            TiedWithNext = d.TiedWithNext,
        };

    private static CoefficientResult Coefficient(string code, DriverCoefficient c, double slope) =>
        new(code, Number(c.Estimate * slope), Number(c.StandardError * slope), Number(c.Standardised), Number(c.Vif));

    // A score of complete cases beside that of everybody who rated the driver: the difference is those who left another out.
    private static PriorityResult[] Places(Priorities matrix, string[] codes, CompleteCases cases, DisclosurePolicy policy) =>
        [.. matrix.Drivers.Select((d, j) => new PriorityResult(codes[j], d.Importance,
            policy.Isolates(cases.Rating(j), cases.Number) ? null : d.Score, d.Quadrant, Number(d.Probability)))];

    internal static double? Number(double value) => double.IsFinite(value) ? value : null;
}
