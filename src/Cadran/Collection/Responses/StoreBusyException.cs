namespace Cadran.Collection;

/// <summary>
/// More is waiting to be written than a disk can take in some seconds: what was sent is not kept, and whoever sent it is asked to come
/// back. What was acknowledged before is on disk.
/// </summary>
public sealed class StoreBusyException() : Exception("More answers are waiting to be written than can be taken.")
{
    /// <summary>When to try again, in seconds.</summary>
    public const int RetryAfter = 30;
}
