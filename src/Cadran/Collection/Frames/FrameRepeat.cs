namespace Cadran.Collection;

/// <param name="Row">The row that comes again.</param>
/// <param name="Of">The row it repeats.</param>
public sealed record FrameRepeat(long Row, long Of);
