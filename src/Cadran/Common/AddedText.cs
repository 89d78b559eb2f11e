namespace Cadran;

/// <summary>A text that somebody added afterwards in the official language it was not written in.</summary>
/// <param name="Field">Name of the property that holds the text.</param>
public sealed record AddedText(string Field, string Language, string By, DateTime AtUtc);
