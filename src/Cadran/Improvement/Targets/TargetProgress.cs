using Cadran.Insight;

namespace Cadran.Improvement;

/// <summary>One measurement held against a target.</summary>
/// <param name="Expected">Score on the path on the day of the measurement, 0–100.</param>
/// <param name="Progress"> (score − baseline) / (target − baseline); not clipped: below 0 is a loss, above 1 is beyond the target.
/// NaN when nothing was measured. </param>
public sealed record TargetProgress(TargetStatus Status, double Expected, double Progress)
{
    /// <summary>
    /// How a wave stands against the target; null where it tells nothing: it is the baseline or older, or did not ask the measure.
    /// </summary>
    /// <param name="scores">Of that wave.</param>
    public static TargetProgress? Of(Target target, WaveScores scores, DateOnly opensOn, DateOnly closesOn) =>
        opensOn > target.BaselineOn && EvidenceReader.Of(scores, target.Item) is { } measured ? Of(target, measured, closesOn) : null;

    /// <summary>On track when the whole interval is at or above the path, off when it is below it, else undetermined.</summary>
    public static TargetProgress Of(Target target, Measurement measured, DateOnly measuredOn)
    {
        double expected = target.ExpectedOn(measuredOn);
        if (!measured.IsShown) return new(TargetStatus.NotMeasured, expected, double.NaN);
        TargetStatus status = target.IsOnTrack(new(measured.Score.Low, measured.Score.High), measuredOn) switch
        {
            true => TargetStatus.OnTrack,
            false => TargetStatus.OffTrack,
            null => TargetStatus.Undetermined,
        };
        return new(status, expected, target.ProgressOf(measured.Score.Estimate));
    }
}
