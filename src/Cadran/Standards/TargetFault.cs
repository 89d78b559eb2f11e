namespace Cadran.Standards;

/// <summary>Why a text is no target.</summary>
public enum TargetFault
{
    None,
    NotANumber,

    /// <summary>It has more digits than can be kept exactly.</summary>
    TooLong,
}
