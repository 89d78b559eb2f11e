namespace Cadran.Collection;

/// <summary>How many people of a frame are in one group.</summary>
/// <param name="Of">What divides them: stratum, language or channel.</param>
/// <param name="Name">Empty for those without one.</param>
public sealed record FrameCount(FrameField Of, string Name, int People);
