namespace Cadran.Catalogue;

/// <summary>One volume as reported: a count, "no data" or "not applicable".</summary>
public sealed record ReportedVolume(string Channel, Reported State, long? Count);
