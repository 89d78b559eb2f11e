namespace Cadran.Standards;

/// <summary>What a case says about its standard.</summary>
public enum CaseState
{
    /// <summary>Closed within the limit.</summary>
    InTime,

    /// <summary>Closed after the limit.</summary>
    Late,

    /// <summary>Open, and the limit is over: missed already.</summary>
    OpenLate,

    /// <summary>Open within the limit: it says nothing yet.</summary>
    Running,
}
