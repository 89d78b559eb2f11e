namespace Cadran.Statistics.Regression;

/// <summary>A regression coefficient as an estimate, so that its interval has the design's degrees of freedom.</summary>
internal static class Coefficient
{
    /// <param name="value">NaN for an aliased column.</param>
    /// <param name="error">Under the design; NaN where it allows none.</param>
    /// <param name="degreesOfFreedom">Clusters minus strata minus the columns estimated.</param>
    /// <param name="respondents">Rows used.</param>
    /// <param name="why">Why there is no fit, or null.</param>
    public static Estimate Of(double value, double error, double degreesOfFreedom, int respondents, Suppression? why) =>
        why is not null ? Estimate.Withheld(why, respondents)
        : double.IsNaN(value)
        ? Estimate.Withheld(SuppressionReason.Undefined, respondents, "a column that is constant or an exact combination of earlier ones")
        : !(degreesOfFreedom > 0)
        ? Estimate.Withheld(SuppressionReason.NoDegreesOfFreedom, respondents, "as many columns as clusters minus strata")
        : double.IsNaN(error) ? Estimate.Withheld(SuppressionReason.LoneCluster, respondents, "a stratum with one cluster")
        : new Estimate(value, error, degreesOfFreedom, respondents);
}
