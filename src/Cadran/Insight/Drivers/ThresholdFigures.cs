using Cadran.Statistics;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>Score by number of failing drivers, with small groups withheld.</summary>
internal static class ThresholdFigures
{
    public static ThresholdResult Of(DriverAnalysis analysis, string[] codes, int? passAt, int minimum)
    {
        var thresholds = analysis.Thresholds!;
        Suppression?[] hidden = SmallCells.Hide([.. thresholds.ByFailing.Select(g => g.Respondents)], minimum);
        return new(passAt,
            [.. thresholds.ByFailing.Select((g, k) => Row(g, hidden[k]))],
            [.. codes.Select((code, j) => new WhichFailsResult(code, hidden.Length > 1 && hidden[1] is null ? DriverFigures.Number(thresholds.WhenOneFails[j].Value) : null))]);
    }

    private static FailingResult Row(FailingGroup group, Suppression? hidden) => hidden is not null
        ? new(group.Failing, null, null, null) { Suppressed = SuppressionText.Of(hidden), Reason = hidden }
        : new(group.Failing, group.Respondents, DriverFigures.Number(group.Share.Value), DriverFigures.Number(group.Score.Value))
        {
            ShareLow = DriverFigures.Number(group.Share.Low),
            ShareHigh = DriverFigures.Number(group.Share.High),
            ScoreLow = DriverFigures.Number(group.Score.Low),
            ScoreHigh = DriverFigures.Number(group.Score.High),
        };
}
