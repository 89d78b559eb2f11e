namespace Cadran.Insight;

/// <summary>A coefficient of the regression of the overall rating on the drivers.</summary>
/// <param name="Code">A driver, or <c>(Intercept)</c>, which comes last.</param>
/// <param name="Estimate">Points of the overall rating per point of the driver; null for a constant driver or an
/// exact combination of others.</param>
public sealed record CoefficientResult(string Code, double? Estimate, double? Se, double? Standardised, double? Vif);
