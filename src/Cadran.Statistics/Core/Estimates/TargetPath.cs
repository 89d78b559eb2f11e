namespace Cadran.Statistics;

/// <summary>The straight way from a measured baseline score to a target on the 0–100 scale, and where a later score stands on it.</summary>
/// <remarks>"10 %" can be of the baseline, of the scale or of what is missing to 100: three targets, each with its own call. Oracle:
/// published Canadian figures, worked by hand in the tests.</remarks>
/// <param name="Baseline">Score measured at the start, in [0, 100].</param>
/// <param name="Wanted">What the change comes to, above 100 when it asks for more than there is.</param>
public sealed record TargetPath(double Baseline, double Wanted)
{
    /// <summary>Score measured at the start, in [0, 100].</summary>
    // a mean of scores may be a rounding off
    public double Baseline { get; } = Baseline is >= -1e-9 and <= 100 + 1e-9 ? Math.Clamp(Baseline, 0, 100)
        : throw new ArgumentOutOfRangeException(nameof(Baseline), Baseline, "A score lies between 0 and 100.");

    /// <summary>What the change comes to, above 100 when it asks for more than there is.</summary>
    public double Wanted { get; } = double.IsFinite(Wanted) ? Wanted
        : throw new ArgumentOutOfRangeException(nameof(Wanted), Wanted, "A target is a number.");

    /// <summary>B·(1 + g): <paramref name="share"/> of the baseline more, 0.1 for 10 %.</summary>
    /// <param name="baseline">Score measured at the start, in [0, 100].</param>
    /// <param name="share">A proportion of the baseline, finite.</param>
    public static TargetPath Relative(double baseline, double share) => new(baseline, baseline * (1 + share));

    /// <summary>B + d: so many points of the scale more.</summary>
    /// <param name="baseline">Score measured at the start, in [0, 100].</param>
    /// <param name="points">Points of the 0–100 scale, finite.</param>
    public static TargetPath Adding(double baseline, double points) => new(baseline, baseline + points);

    /// <summary>B + g·(100 − B): <paramref name="share"/> of what the baseline lacks to 100.</summary>
    /// <param name="baseline">Score measured at the start, in [0, 100].</param>
    /// <param name="share">A proportion of the gap, finite; 1 closes it.</param>
    /// <remarks>From the top down, so that closing the whole gap is 100 and not a rounding above it.</remarks>
    public static TargetPath ClosingGap(double baseline, double share) => new(baseline, 100 - (1 - share) * (100 - baseline));

    /// <summary>Score to reach: <see cref="Wanted"/>, capped at 100.</summary>
    public double Target => Math.Min(100, Wanted);

    /// <summary>True when only the best rating of every client would do, or not even that: worth a warning.</summary>
    public bool IsAtCeiling => Wanted >= 100;

    /// <summary>The change to the capped target in points of the scale.</summary>
    public double Points => Target - Baseline;
    /// <summary>The same as a share of the baseline; NaN from a baseline of 0.</summary>
    public double RelativeChange => Baseline > 0 ? Points / Baseline : double.NaN;
    /// <summary>The same as a share of the gap to 100; NaN from a baseline of 100.</summary>
    public double GapShare => Baseline < 100 ? Points / (100 - Baseline) : double.NaN;

    /// <summary>B + (T − B)·elapsed: the score on the straight line.</summary>
    /// <param name="elapsed">(t − t₀)/(t₁ − t₀); before the start counts as 0 and after the end as 1.</param>
    public double Expected(double elapsed) => Baseline + Points * (double.IsNaN(elapsed)
        ? throw new ArgumentOutOfRangeException(nameof(elapsed), elapsed, "A share of the time is a number.") : Math.Clamp(elapsed, 0, 1));

    /// <summary>
    /// (X − B)/(T − B), not clipped: below 0 is a loss, above 1 beyond the target. NaN for a target equal to the baseline.
    /// </summary>
    /// <param name="score">A later score, on 0–100; NaN, as the result then, where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score off the scale.</exception>
    public double Progress(double score) => score is < -1e-9 or > 100 + 1e-9
        ? throw new ArgumentOutOfRangeException(nameof(score), score, "A score lies between 0 and 100.")
        : Points == 0 ? double.NaN : (score - Baseline) / Points;

    /// <summary>
    /// True when the whole interval lies at or above the line, false when all of it lies below, null when the margin
    /// does not decide it.
    /// </summary>
    /// <param name="measured">Interval of a later score.</param>
    /// <param name="elapsed">(t − t₀)/(t₁ − t₀); before the start counts as 0 and after the end as 1.</param>
    public bool? IsOnTrack(Interval measured, double elapsed) =>
        measured.Low >= Expected(elapsed) ? true : measured.High < Expected(elapsed) ? false : null;
}
