namespace Cadran.Improvement;

/// <summary>One measurement held against a target.</summary>
/// <param name="Expected">Score on the path on the day of the measurement, 0–100.</param>
/// <param name="Progress"> (score − baseline) / (target − baseline); not clipped: below 0 is a loss, above 1 is beyond the target.
/// NaN when nothing was measured. </param>
public sealed record TargetProgress(TargetStatus Status, double Expected, double Progress)
{
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
