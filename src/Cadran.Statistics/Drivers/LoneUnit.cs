namespace Cadran.Statistics.Drivers;

/// <summary>What to do with a stratum that holds a single sampling unit, whose variance cannot be estimated.</summary>
public enum LoneUnit
{
    /// <summary>Give no standard error (NaN): the honest default.</summary>
    Fail,

    /// <summary>Treat the unit as taken with certainty: it adds nothing to the variance.</summary>
    Certainty,

    /// <summary>Centre the unit at the mean over all units instead of its stratum's (conservative).</summary>
    Adjust,

    /// <summary>Give the stratum the average variance of the strata that have more than one unit.</summary>
    Average,
}
