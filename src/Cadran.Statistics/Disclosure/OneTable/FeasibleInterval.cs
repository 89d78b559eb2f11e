namespace Cadran.Statistics.Disclosure;

/// <summary>What a reader of a published table can work out about a hidden count.</summary>
/// <param name="Lower">Smallest value consistent with everything shown.</param>
/// <param name="Upper">Largest one; null when nothing shown bounds it.</param>
public readonly record struct FeasibleInterval(long Lower, long? Upper)
{
    /// <summary>Number of units between the limits; null when unbounded. 0 means the count is disclosed.</summary>
    public long? Width => Upper - Lower;

    /// <summary>Is the count uncertain by at least so much?</summary>
    /// <param name="range">Units between the limits.</param>
    public bool Protects(long range) => Width is not { } width || width >= range;
}
