namespace Cadran.Statistics.Weighting;

/// <summary>
/// How far calibrated weights may be from the design's: g(u), the factor as a function of the linear predictor, and its slope.
/// </summary>
/// <remarks>Deville and Särndal (1992). All have g(0) = 1 and slope 1 there.</remarks>
public abstract record CalibrationDistance
{
    /// <summary>Linear (GREG): closed form; weights may turn negative.</summary>
    public static CalibrationDistance Linear { get; } = new LinearDistance();

    /// <summary>Exponential, as raking: weights stay positive, without an upper bound.</summary>
    public static CalibrationDistance Raking { get; } = new RakingDistance();

    /// <summary>Logit: factors stay within (lower, upper), with 0 ≤ lower &lt; 1 &lt; upper.</summary>
    /// <param name="lower">Smallest new weight over old weight, in [0, 1).</param>
    /// <param name="upper">Largest, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Bounds that do not enclose 1, or a lower one below 0.</exception>
    public static CalibrationDistance Logit(double lower, double upper) =>
        lower >= 0 && lower < 1 && upper > 1 && !double.IsInfinity(upper) ? new LogitDistance(lower, upper)
            : throw new ArgumentOutOfRangeException(nameof(lower), $"Bounds ({lower}, {upper}) must enclose 1, the lower being 0 or more.");

    internal abstract double Factor(double u);
    internal abstract double Slope(double u);

    private sealed record LinearDistance : CalibrationDistance
    {
        internal override double Factor(double u) => 1 + u;
        internal override double Slope(double u) => 1;
    }

    private sealed record RakingDistance : CalibrationDistance
    {
        internal override double Factor(double u) => Math.Exp(u);
        internal override double Slope(double u) => Math.Exp(u);
    }

    private sealed record LogitDistance(double Lower, double Upper) : CalibrationDistance
    {
        private double A => (Upper - Lower) / ((1 - Lower) * (Upper - 1));

        internal override double Factor(double u)
        {
            // Written in the decaying exponential, so that far predictors reach their bound and not infinity.
            var e = Math.Exp(-A * Math.Abs(u));
            return u >= 0
                ? (Lower * (Upper - 1) * e + Upper * (1 - Lower)) / ((Upper - 1) * e + (1 - Lower))
                : (Lower * (Upper - 1) + Upper * (1 - Lower) * e) / ((Upper - 1) + (1 - Lower) * e);
        }

        internal override double Slope(double u)
        {
            var g = Factor(u);
            return A * (g - Lower) * (Upper - g) / (Upper - Lower);
        }
    }
}
