namespace Cadran.Statistics.Agreement;

/// <summary>What a difference between two codes means.</summary>
public enum MeasurementLevel
{
    /// <summary>Same or not: topics.</summary>
    Nominal,

    /// <summary>Ranks between the codes, by how often they are used: satisfaction levels.</summary>
    Ordinal,

    /// <summary>Squared difference: scores.</summary>
    Interval,

    /// <summary>Squared difference relative to the sum: amounts from zero.</summary>
    Ratio,
}
