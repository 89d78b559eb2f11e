namespace Cadran.Collection;

/// <summary>A letter as it is printed. It is in memory only.</summary>
/// <param name="Code">To be typed; empty where the link is the same for everybody.</param>
/// <param name="Link">What the square holds.</param>
public sealed record PrintedLetter(Contact Contact, string Language, string Subject, string Body, string Code, string Link);
