using Cadran.Insight;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>The figures of a wave, in the order of its page.</summary>
public static class WaveCharts
{
    /// <param name="by">What to report groups by; null for nothing.</param>
    /// <param name="text">The words of the reader.</param>
    /// <returns>None when the wave is withheld.</returns>
    public static IReadOnlyList<ChartTable> Of(WaveAnalysis wave, string? by, NumberText text) => [.. Drawn(wave, by, text)];

    private static IEnumerable<ChartTable> Drawn(WaveAnalysis wave, string? by, NumberText text)
    {
        if (wave.Suppressed is not null) yield break;
        yield return ScoreTables.Scores(wave, text);
        if (by is { Length: > 0 } && ScoreTables.Groups(wave, by, text) is { } groups) yield return groups;
        foreach (ChartTable distribution in DistributionTables.Of(wave, text)) yield return distribution;
        if (wave.Result.Drivers.Importance.Count > 0)
        {
            yield return DriverTables.Importance(wave, text);
            yield return DriverTables.Matrix(wave, text);
        }
        if (wave.Result.Thresholds.ByFailing.Count == 0) yield break;
        yield return DriverTables.Thresholds(wave, text);
        if (DriverTables.FailsAlone(wave, text) is { } alone) yield return alone;
    }
}
