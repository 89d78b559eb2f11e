using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>Score by number of failing drivers, and which fails alone, as far as the policy lets them be shown.</summary>
internal static class ThresholdFigures
{
    public static ThresholdResult Of(
        DriverAnalysis analysis, string[] codes, int? passAt, FailingCases cases, DisclosurePolicy policy)
    {
        var thresholds = analysis.Thresholds!;
        // Everybody who rated overall satisfaction is the published total: those who left a driver out are a cell of it.
        var hidden = policy.Cells([.. cases.ByNumber, new(cases.Incomplete)]);
        var which = hidden[1] is null && cases.ByNumber[1].People > 0 ? policy.Cells(cases.Alone, emptyIsSmall: true) : null;
        return new(passAt,
            [.. thresholds.ByFailing.Select((g, k) => hidden[k] is { } why
                ? new FailingResult(g.Failing, null, null, null) { Suppressed = why }
                : Row(g))],
            [.. codes.Select((code, j) => new WhichFailsResult(code,
                which is not null && which[j] is null ? DriverFigures.Number(thresholds.WhenOneFails[j].Value) : null))]);
    }

    private static FailingResult Row(FailingGroup group) =>
        new(group.Failing, group.Respondents, DriverFigures.Number(group.Share.Value), DriverFigures.Number(group.Score.Value))
        {
            ShareLow = DriverFigures.Number(group.Share.Low),
            ShareHigh = DriverFigures.Number(group.Share.High),
            ScoreLow = DriverFigures.Number(group.Score.Low),
            ScoreHigh = DriverFigures.Number(group.Score.High),
        };
}
