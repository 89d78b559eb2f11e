namespace Cadran.Collection;

/// <summary>That somebody closed a wave before its last day, and who opened it again, if anybody did.</summary>
public sealed record EarlyClosing(string By, DateTime AtUtc, string? ReopenedBy = null, DateTime? ReopenedAtUtc = null);
