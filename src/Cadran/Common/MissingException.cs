namespace Cadran;

/// <summary>The thing asked for does not exist, or not for this person: both look alike on purpose (404).</summary>
public sealed class MissingException(string what) : Exception($"{what} was not found.");
