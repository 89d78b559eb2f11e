namespace Cadran.Statistics.Drivers;

/// <summary>One term of the linear driver model.</summary>
/// <param name="Estimate">Change of the overall rating per point of the driver, in rating points. NaN when the driver is
/// constant or an exact combination of drivers before it, as R's <c>lm</c> gives NA.</param>
/// <param name="StandardError">Design-based (linearised) error, as R's <c>svyglm</c>. NaN when a lone unit forbids it.</param>
/// <param name="Standardised">Coefficient in standard deviations of overall per standard deviation of the driver.</param>
/// <param name="Vif">Variance inflation factor 1/(1-R²) of the driver on the others, at least 1; infinite when not estimable.</param>
public sealed record DriverCoefficient(double Estimate, double StandardError, double Standardised, double Vif);
