namespace Cadran.Collection;

/// <summary>One kind of error and how often it was met.</summary>
public sealed record ImportReason(string Message, string Column, long Count);
