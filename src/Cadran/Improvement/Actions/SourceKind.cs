namespace Cadran.Improvement;

/// <summary>Where an entry of the register comes from.</summary>
public enum SourceKind
{
    /// <summary>A decision on the results of a wave.</summary>
    Decision,

    /// <summary>What clients wrote in a wave.</summary>
    Comment,
    Complaint,
    StaffIdea,

    /// <summary>A service standard that was missed, or whose chart gave a signal.</summary>
    Standard,
    Interview,
    PartnerAnswer,
    Audit,
    Other,
}
