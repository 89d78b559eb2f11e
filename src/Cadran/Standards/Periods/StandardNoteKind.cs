namespace Cadran.Standards;

/// <summary>What a note on a standard is about.</summary>
public enum StandardNoteKind
{
    /// <summary>Something changed that may have moved the results: staff, a new system, a strike.</summary>
    Change,

    /// <summary>What is done about results that missed the standard; told to the public with them.</summary>
    Remedy,
}
