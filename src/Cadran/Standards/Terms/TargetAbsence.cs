namespace Cadran.Standards;

/// <summary>Why a standard has no target in a year.</summary>
public enum TargetAbsence
{
    /// <summary>It was not yet promised, or no longer.</summary>
    NotInForce,

    /// <summary>Its cases are not counted yet.</summary>
    NotMeasured,

    /// <summary>Nobody asks for the service in that year.</summary>
    NoCases,

    /// <summary>Something outside the service made the promise impossible.</summary>
    Suspended,
}
