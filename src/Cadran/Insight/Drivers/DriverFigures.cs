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
            return why is not (DriverSuppression.TooFewCompleteCases or DriverSuppression.TooFewPeoplePerDriver)
                && options.Policy.Unanimous(cases.Number) is { } alike
                ? Nothing(passAt, SuppressionText.Of(alike), null, null)
                : Without(Nothing(passAt, Reason(why, options), analysis.Respondents, why));

        DriverFindings Without(DriverFindings nothing) => nothing with { Drivers = WithPeople(nothing.Drivers, data, cases, options) };

        string[] codes = [.. data.Drivers.Select(d => d.Code)];
        var places = analysis.Priorities is { } matrix ? Places(matrix, codes, cases, options.Policy) : [];
        return new(WithPeople(Drivers(analysis, codes, grid, options), data, cases, options),
            ThresholdFigures.Of(analysis, codes, passAt, cases.Failing(marks), options.Policy), places, Lines(analysis.Priorities, places))
        {
            Choices = [.. analysis.FurtherPriorities.Select(m => new PriorityChoice(m.ScoreLine, Places(m, codes, cases, options.Policy)))],
        };
    }

    private static PriorityLines? Lines(Priorities? matrix, PriorityResult[] places) => matrix is null ? null
        : new(matrix.ImportanceLine, matrix.Cut == PriorityCut.Fixed || places.All(p => p.Score is not null) ? matrix.ScoreLine : null)
        {
            Fixed = matrix.Cut == PriorityCut.Fixed,
            AllHigh = matrix.AllHigh,
        };

    private static DriverFindings Nothing(int? passAt, string suppressed, int? n, DriverSuppression? reason) =>
        new(new(n, null, null, null, [], []) { Suppressed = suppressed, Reason = reason }, new(passAt, [], []), [], null);

    // Few who left one driver out are told from nobody by their number.
    private static DriverResult WithPeople(
        DriverResult result, AnalysisData data, CompleteCases cases, AnalysisOptions options) => result with
        {
            Rated = options.Policy.Alone(cases.RatingOverall) is null ? cases.RatingOverall : null,
            Costs = [.. data.Drivers.Zip(cases.Costs(), (driver, people) =>
            new DriverCost(driver.Code, options.Policy.Isolates(people, 0) ? null : people))],
            Needed = Math.Max(options.PeoplePerDriver * data.Drivers.Count, data.Drivers.Count + 2),
        };

    private static string Reason(DriverSuppression why, AnalysisOptions options) => why switch
    {
        DriverSuppression.TooFewCompleteCases => "fewer complete cases than drivers plus two",
        DriverSuppression.TooFewPeoplePerDriver =>
            $"fewer than {options.PeoplePerDriver} complete answers for each driver: chance alone would explain much",
        DriverSuppression.OverallDoesNotVary => "the overall rating does not vary",
        DriverSuppression.NothingExplained => "the drivers explain nothing of the overall rating",
        DriverSuppression.NotBeyondChance => "what the drivers explain of the overall rating could be chance",
        _ => "no driver varies",
    };

    private static DriverResult Drivers(DriverAnalysis analysis, string[] codes, DriverGrid grid, AnalysisOptions options)
    {
        var regression = analysis.Regression!;
        var coefficients = regression.Coefficients.Select((c, j) => Coefficient(codes[j], c, grid.Slope(j))).ToList();
        if (grid.KeepsRatings) coefficients.Add(Coefficient("(Intercept)", regression.Intercept, 1));
        return new(analysis.Respondents, Number(regression.RSquared), Number(regression.ConditionIndex), analysis.Separability?.Separable,
            coefficients, [.. analysis.Importance.Select((d, j) => Importance(d, codes[j]))])
        {
            AdjustedRSquared = Number(regression.AdjustedRSquared),
            RSquaredP = Number(regression.Explains.P),
            FewUnits = analysis.FewUnits,
            RankEntropy = analysis.Separability?.RankEntropy ?? double.NaN,
            Suppressed = analysis.Suppressed is { } why ? Reason(why, options) : null,
            Reason = analysis.Suppressed,
        };
    }

    private static ImportanceResult Importance(DriverImportance d, string code) =>
        new(code, d.Lmg, d.Share, d.Johnson, Number(d.Low), Number(d.High), d.Rank, d.RankLow, d.RankHigh)
        {
            TiedWithNext = d.TiedWithNext,
            WrongSign = d.WrongSign,
        };

    private static CoefficientResult Coefficient(string code, DriverCoefficient c, double slope) =>
        new(code, Number(c.Estimate * slope), Number(c.StandardError * slope), Number(c.Standardised), Number(c.Vif));

    // A score of complete cases beside that of everybody who rated the driver: the difference is those who left another out.
    private static PriorityResult[] Places(Priorities matrix, string[] codes, CompleteCases cases, DisclosurePolicy policy) =>
        [.. matrix.Drivers.Select((d, j) => new PriorityResult(codes[j], d.Importance,
            policy.Isolates(cases.Rating(j), cases.Number) ? null : d.Score, d.Quadrant, Number(d.Probability)))];

    internal static double? Number(double value) => double.IsFinite(value) ? value : null;
}
