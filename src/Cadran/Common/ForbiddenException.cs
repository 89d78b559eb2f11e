namespace Cadran;

/// <summary>The person sees the thing but may not do this to it (403).</summary>
public sealed class ForbiddenException(string right) : Exception($"The right {right} is needed.");
