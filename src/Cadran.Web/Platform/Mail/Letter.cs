namespace Cadran.Web.Platform;

/// <summary>A letter to one person, as plain text.</summary>
public sealed record Letter(string To, string ToName, string Subject, string Body);
